package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of compiling one stream: its manifest, and the warnings so far. */
final class Compiling {

    private final Manifest manifest;
    private final List<ConnectorProblem> warnings = new ArrayList<>();

    Compiling(Manifest manifest) {
        this.manifest = manifest;
    }

    Manifest manifest() {
        return manifest;
    }

    List<ConnectorProblem> warnings() {
        return List.copyOf(warnings);
    }

    /** Notes that the stream runs without this component. */
    void without(Source source, String component, String lost) {
        warnings.add(new ConnectorProblem(component, source.at().toString(), lost, true));
    }

    static boolean isCustom(Source.Mapping component) {
        return component.type().startsWith("Custom") || component.has("class_name");
    }

    static ManifestException unsupported(Source.Mapping component) {
        String type = component.type();
        return component.problem(
                isCustom(component)
                        ? "custom code of the connector's authors can't run here"
                        : type.isEmpty() ? "the component has no type" : type + " is not supported");
    }

    static Template template(Source.Mapping owner, String key) {
        return parse(owner.text(key), owner, key);
    }

    static Template template(Source.Mapping owner, String key, String otherwise) {
        String text = owner.optionalText(key);
        return parse(text == null ? otherwise : text, owner, key);
    }

    static @Nullable Template optional(Source.Mapping owner, String key) {
        String text = owner.optionalText(key);
        return text == null || text.isEmpty() ? null : parse(text, owner, key);
    }

    static List<Template> templates(Source.Mapping owner, String key) {
        return owner.list(key).stream()
                .map(item -> parse(String.valueOf(item.plain()), owner, key))
                .toList();
    }

    static Template parse(String text, Source.Mapping owner, String key) {
        try {
            return Template.parse(text);
        } catch (ExpressionException e) {
            throw owner.problem("the expression of " + key + " can't be read: " + e.getMessage());
        }
    }

    static ValuePlan value(@Nullable Source source, Source.Mapping owner) {
        return switch (source) {
            case null -> new ValuePlan.Constant(null);
            case Source.Scalar(Object value, var _) ->
                value instanceof String text
                        ? new ValuePlan.Text(parse(text, owner, "value"))
                        : new ValuePlan.Constant(value);
            case Source.Items(List<Source> items, var _) ->
                new ValuePlan.Items(
                        items.stream().map(item -> value(item, owner)).toList());
            case Source.Mapping mapping -> fields(mapping, owner);
        };
    }

    static ValuePlan.Fields fields(Source.Mapping mapping, Source.Mapping owner) {
        Map<Template, ValuePlan> fields = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> {
            if (!key.equals("$parameters")) {
                fields.put(parse(key, owner, key), value(value, owner));
            }
        });
        return new ValuePlan.Fields(fields);
    }

    /** The fields of a mapping that may be absent. */
    static ValuePlan.Fields fields(Source.Mapping owner, String key) {
        return owner.has(key) ? fields(owner.mapping(key), owner) : ValuePlan.Fields.NONE;
    }

    /** Request inputs are a mapping, or a text that renders to one. */
    static Inputs inputs(Source.Mapping owner, String key) {
        return switch (owner.get(key)) {
            case null -> Inputs.NONE;
            case Source.Mapping mapping -> new Inputs.Named(fields(mapping, owner));
            case Source.Scalar _ -> new Inputs.Rendered(template(owner, key));
            case Source.Items _ -> throw owner.problem(key + " must be a mapping");
        };
    }

    /** The steps of a path, which may be a list of texts or a single one. */
    static List<Template> steps(Source path, Source.Mapping owner) {
        List<Source> steps = path instanceof Source.Items(List<Source> items, var _) ? items : List.of(path);
        return steps.stream()
                .map(step -> parse(String.valueOf(step.plain()), owner, "path"))
                .toList();
    }
}
