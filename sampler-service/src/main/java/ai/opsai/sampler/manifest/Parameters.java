package ai.opsai.sampler.manifest;

import ai.opsai.sampler.manifest.Source.Items;
import ai.opsai.sampler.manifest.Source.Mapping;
import ai.opsai.sampler.manifest.Source.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands {@code $parameters} down to every component below, where a component's own non-empty field wins, and fills in
 * missing types. Plain objects and JSON schemas are no components and stay as they are.
 */
final class Parameters {

    private static final String KEY = "$parameters";
    private static final Set<String> SCHEMA_TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");

    private Parameters() {}

    static Mapping propagate(Mapping component, String parentType, String field, Map<String, Source> inherited) {
        boolean custom = component.has("class_name");
        Mapping typed = typed(
                component, custom ? DefaultTypes.ofCustom(parentType, field) : DefaultTypes.of(parentType, field));
        if (isSchema(typed)) {
            return typed;
        }
        if (typed.type().isEmpty()) {
            return insidePlain(typed, inherited);
        }
        var parameters = new LinkedHashMap<>(inherited);
        if (typed.get(KEY) instanceof Mapping own) {
            parameters.putAll(own.entries());
        }
        var entries = new LinkedHashMap<>(typed.entries());
        entries.remove(KEY);
        parameters.forEach((name, value) -> {
            if (isEmpty(entries.get(name))) {
                entries.put(name, value);
            }
        });
        entries.replaceAll((name, value) -> below(value, typed.type(), name, parameters));
        if (!parameters.isEmpty()) {
            entries.put(KEY, new Mapping(parameters, typed.at()));
        }
        return new Mapping(entries, typed.at());
    }

    /** A plain object gets no parameters, but components that stand in it do. */
    private static Mapping insidePlain(Mapping plain, Map<String, Source> inherited) {
        var entries = new LinkedHashMap<>(plain.entries());
        entries.replaceAll((name, value) ->
                value instanceof Mapping component && !component.type().isEmpty()
                        ? propagate(component, "", name, inherited)
                        : value);
        return new Mapping(entries, plain.at());
    }

    private static Mapping typed(Mapping component, String type) {
        if (component.has("type") || type.isEmpty()) {
            return component;
        }
        var entries = new LinkedHashMap<>(component.entries());
        entries.put("type", new Scalar(type, component.at()));
        return new Mapping(entries, component.at());
    }

    private static boolean isSchema(Mapping component) {
        return SCHEMA_TYPES.contains(component.type());
    }

    private static boolean isEmpty(@org.jspecify.annotations.Nullable Source source) {
        return switch (source) {
            case null -> true;
            case Scalar(Object value, Location _) ->
                value == null || value.equals("") || value.equals(false) || value.equals(0L);
            case Mapping(Map<String, Source> entries, Location _) -> entries.isEmpty();
            case Items(List<Source> items, Location _) -> items.isEmpty();
        };
    }

    /** A parameter of the field's own name isn't handed to that field: it would contain itself. */
    private static Source below(Source value, String type, String name, Map<String, Source> parameters) {
        var others = new LinkedHashMap<>(parameters);
        others.remove(name);
        return switch (value) {
            case Mapping mapping -> propagate(mapping, type, name, others);
            case Items(List<Source> items, Location at) ->
                new Items(
                        items.stream()
                                .map(item ->
                                        item instanceof Mapping mapping ? propagate(mapping, type, name, others) : item)
                                .toList(),
                        at);
            case Scalar scalar -> scalar;
        };
    }
}
