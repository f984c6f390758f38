package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.TransformationPlan.Kind;
import ai.opsai.sampler.connector.TransformationPlan.Renaming;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles changes to records. One that can't run is left out, visibly: records are worth having as they come. */
final class TransformationCompiler {

    private final Compiling compiling;

    TransformationCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    List<TransformationPlan> all(Source.Mapping stream) {
        return stream.mappings("transformations").stream()
                .flatMap(item -> transformation(item).stream())
                .toList();
    }

    private List<TransformationPlan> transformation(Source.Mapping component) {
        return switch (component.type()) {
            case "AddFields" ->
                component.mappings("fields").stream()
                        .<TransformationPlan>map(item -> added(item, Compiling.optional(component, "condition")))
                        .toList();
            case "RemoveFields" ->
                List.of(new TransformationPlan.Remove(pointers(component), Compiling.optional(component, "condition")));
            case "KeysToLower" -> List.of(new TransformationPlan.Rename(new Renaming.Lower()));
            case "KeysToSnakeCase" -> List.of(new TransformationPlan.Rename(new Renaming.Snake()));
            case "KeysReplace" ->
                List.of(new TransformationPlan.Rename(new Renaming.Replace(
                        Compiling.template(component, "old"), Compiling.template(component, "new"))));
            case "FlattenFields" -> List.of(new TransformationPlan.Flatten(component.flag("flatten_lists", true)));
            case "DpathFlattenFields" -> List.of(lifted(component));
            default -> {
                String type = Compiling.isCustom(component) ? "CustomTransformation" : component.type();
                compiling.without(component, type, "records stay as the provider sent them");
                yield List.of();
            }
        };
    }

    private static TransformationPlan lifted(Source.Mapping component) {
        @Nullable Template prefix = null;
        @Nullable Template suffix = null;
        if (component.has("key_transformation")) {
            prefix = Compiling.optional(component.mapping("key_transformation"), "prefix");
            suffix = Compiling.optional(component.mapping("key_transformation"), "suffix");
        }
        return new TransformationPlan.Lift(
                Compiling.templates(component, "field_path"),
                component.flag("delete_origin_value", false),
                component.flag("replace_record", false),
                prefix,
                suffix);
    }

    private static TransformationPlan added(Source.Mapping field, @Nullable Template condition) {
        return new TransformationPlan.Add(
                Compiling.templates(field, "path"), Compiling.value(field.get("value"), field), kind(field), condition);
    }

    static Kind kind(Source.Mapping field) {
        String name = field.optionalText("value_type");
        return switch (name) {
            case null -> Kind.ANY;
            case "string" -> Kind.TEXT;
            case "integer" -> Kind.INTEGER;
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            default -> throw field.problem("value_type " + name + " is not supported");
        };
    }

    static List<List<Template>> pointers(Source.Mapping component) {
        return component.list("field_pointers").stream()
                .map(pointer -> Compiling.steps(pointer, component))
                .toList();
    }
}
