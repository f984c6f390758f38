package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.TransformationPlan.Kind;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a manifest changes in a configuration before anything is read with it: older forms become the newest. */
record ConfigPlan(List<Change> changes) {

    /** One change. */
    sealed interface Change {

        record Add(
                List<Template> path,
                ValuePlan value,
                Kind kind,
                @Nullable Template condition) implements Change {}

        record Remove(List<List<Template>> paths, @Nullable Template condition) implements Change {}

        /** One value for another. */
        record Remap(List<Template> path, Map<String, @Nullable Object> values) implements Change {}
    }

    /** The changed configuration; the given one stays as it is. */
    Map<String, @Nullable Object> applied(Map<String, @Nullable Object> config, Clock clock) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        Paths.merge(copy, config);
        for (Change change : changes) {
            var scope = new Scope(new LinkedHashMap<>(Map.of("config", copy)), clock);
            apply(change, copy, scope);
        }
        return copy;
    }

    private static void apply(Change change, Map<String, @Nullable Object> config, Scope scope) {
        switch (change) {
            case Change.Add(var path, var value, var kind, Template condition) -> {
                if (condition == null || condition.test(scope)) {
                    Paths.put(config, texts(path, scope), value.read(template -> kind.of(template, scope)));
                }
            }
            case Change.Remove(var paths, Template condition) ->
                paths.forEach(path -> Removal.remove(
                        config,
                        texts(path, scope),
                        value -> condition == null || condition.test(scope.with("property", value))));
            case Change.Remap(var path, var values) -> {
                List<String> steps = texts(path, scope);
                String known = String.valueOf(Paths.get(config, steps));
                if (values.containsKey(known)) {
                    Paths.put(config, steps, values.get(known));
                }
            }
        }
    }

    private static List<String> texts(List<Template> path, Scope scope) {
        return path.stream().map(step -> step.text(scope)).toList();
    }
}
