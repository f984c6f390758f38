package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.TransformationPlan.Renaming;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes records in place. */
final class Transformer {

    private final Scope scope;

    Transformer(Scope scope) {
        this.scope = scope;
    }

    void apply(TransformationPlan change, Map<String, @Nullable Object> record) {
        switch (change) {
            case TransformationPlan.Add add -> add(add, record);
            case TransformationPlan.Remove(var paths, Template condition) ->
                paths.forEach(path -> Removal.remove(
                        record,
                        texts(path, scope),
                        value -> condition == null || condition.test(scope.with("property", value))));
            case TransformationPlan.Rename(Renaming by) -> rename(by, record);
            case TransformationPlan.Flatten(boolean lists) -> replace(record, Flattening.of(record, lists));
            case TransformationPlan.Lift lift -> lift(lift, record);
        }
    }

    private void add(TransformationPlan.Add add, Map<String, @Nullable Object> record) {
        Scope seen = Scopes.record(scope, record);
        List<String> path = texts(add.path(), seen);
        Object value = add.value().read(template -> add.kind().of(template, seen));
        if (add.condition() == null
                || add.condition().test(seen.with("value", value).with("path", path))) {
            Paths.put(record, path, value);
        }
    }

    private void rename(Renaming by, Map<String, @Nullable Object> record) {
        var renamed = new LinkedHashMap<String, @Nullable Object>();
        record.forEach((key, value) -> renamed.put(renamed(by, key), value));
        replace(record, renamed);
    }

    private String renamed(Renaming by, String key) {
        return switch (by) {
            case Renaming.Lower() -> key.toLowerCase(Locale.ROOT);
            case Renaming.Snake() -> SnakeCase.of(key);
            case Renaming.Replace(Template old, Template with) -> key.replace(old.text(scope), with.text(scope));
        };
    }

    private void lift(TransformationPlan.Lift lift, Map<String, @Nullable Object> record) {
        List<String> path = texts(lift.path(), scope);
        List<@Nullable Object> found = Paths.all(record, path);
        if (found.isEmpty() || !(found.getFirst() instanceof Map<?, ?> object)) {
            return;
        }
        var lifted = new LinkedHashMap<String, @Nullable Object>();
        object.forEach((key, value) -> lifted.put(text(lift.prefix()) + key + text(lift.suffix()), value));
        if (lift.replace()) {
            record.clear();
        } else if (lift.drop()) {
            Removal.remove(record, path, _ -> true);
        }
        record.putAll(lifted);
    }

    private String text(@Nullable Template template) {
        return template == null ? "" : template.text(scope);
    }

    private static void replace(Map<String, @Nullable Object> record, Map<String, @Nullable Object> with) {
        var copy = new LinkedHashMap<>(with);
        record.clear();
        record.putAll(copy);
    }

    private static List<String> texts(List<Template> path, Scope scope) {
        return path.stream().map(step -> step.text(scope)).toList();
    }
}
