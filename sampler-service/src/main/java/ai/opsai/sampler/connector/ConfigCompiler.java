package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.ConfigPlan.Change;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles what a spec changes in configurations. Whether one is valid is left to the provider's own answer. */
final class ConfigCompiler {

    private static final String RULES = "config_normalization_rules";

    private final Compiling compiling;

    ConfigCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    /** The migrations in the order of the file, then the transformations. */
    ConfigPlan config(Source.@Nullable Mapping spec) {
        var changes = new ArrayList<Change>();
        if (spec != null && spec.has(RULES)) {
            Source.Mapping rules = spec.mapping(RULES);
            rules.mappings("config_migrations")
                    .forEach(migration -> collect(migration.mappings("transformations"), changes));
            collect(rules.mappings("transformations"), changes);
        }
        return new ConfigPlan(List.copyOf(changes));
    }

    private void collect(List<Source.Mapping> components, List<Change> changes) {
        for (Source.Mapping component : components) {
            switch (component.type()) {
                case "ConfigAddFields" -> {
                    @Nullable Template condition = Compiling.optional(component, "condition");
                    component.mappings("fields").forEach(field -> changes.add(added(field, condition)));
                }
                case "ConfigRemoveFields" ->
                    changes.add(new Change.Remove(
                            TransformationCompiler.pointers(component), Compiling.optional(component, "condition")));
                case "ConfigRemapField" -> changes.add(remapped(component));
                default ->
                    compiling.without(
                            component, component.type(), "the configuration is taken as it is, without this change");
            }
        }
    }

    private static Change added(Source.Mapping field, @Nullable Template condition) {
        return new Change.Add(
                Compiling.templates(field, "path"),
                Compiling.value(field.get("value"), field),
                TransformationCompiler.kind(field),
                condition);
    }

    private static Change remapped(Source.Mapping component) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        component.mapping("map").entries().forEach((known, value) -> {
            if (!known.equals("$parameters")) {
                values.put(known, value.plain());
            }
        });
        return new Change.Remap(Compiling.templates(component, "field_path"), values);
    }
}
