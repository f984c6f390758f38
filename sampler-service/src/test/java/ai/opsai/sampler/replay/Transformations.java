package ai.opsai.sampler.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes records as a stream's transformations say, without those that the interpreter said it leaves out. */
final class Transformations {

    private final List<@Nullable Object> components;
    private final Set<String> left;

    Transformations(List<@Nullable Object> components, Set<String> left) {
        this.components = components;
        this.left = left;
    }

    /** The paths of records that added fields are computed from. */
    List<List<String>> read() {
        List<String> expressions = components.stream()
                .flatMap(component -> Raw.list(Raw.map(component).get("fields")).stream())
                .map(field -> Raw.map(field).get("value"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        return Search.paths("record", expressions);
    }

    void on(Map<String, @Nullable Object> record, Rendering context) {
        for (Object each : components) {
            Map<String, @Nullable Object> component = Raw.map(each);
            String type = Raw.text(component, "type");
            if (!left.contains(type)) {
                Rendering rendering = context.with("parameters", Raw.map(component.get("$parameters")));
                apply(type, component, record, rendering);
            }
        }
    }

    private static void apply(
            String type,
            Map<String, @Nullable Object> component,
            Map<String, @Nullable Object> record,
            Rendering rendering) {
        switch (type) {
            case "AddFields" -> add(component, record, rendering);
            case "RemoveFields" -> remove(component, record);
            case "KeysToLower" -> lower(record);
            default -> throw new NotReplayed("the transformation " + type);
        }
    }

    private static void add(
            Map<String, @Nullable Object> component, Map<String, @Nullable Object> record, Rendering context) {
        for (Object field : Raw.list(component.get("fields"))) {
            Map<String, @Nullable Object> added = Raw.map(field);
            Rendering rendering = context.with("record", record);
            List<String> path =
                    Raw.list(added.get("path")).stream().map(rendering::text).toList();
            Object value = typed(rendering, added);
            Object condition = component.get("condition");
            boolean holds = condition == null
                    || condition.equals("")
                    || rendering.with("value", value).with("path", path).condition(condition);
            if (holds && !Raw.put(record, path, value)) {
                throw new NotReplayed("a field added where something else stands");
            }
        }
    }

    private static @Nullable Object typed(Rendering rendering, Map<String, @Nullable Object> added) {
        Object template = added.get("value");
        Object value = template instanceof Map || template instanceof List
                ? rendering.structure(template)
                : rendering.value(template);
        String type = Raw.text(added, "value_type");
        if (type.equals("string") && value != null) {
            return rendering.text(template);
        }
        boolean fits = switch (type) {
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            default -> true;
        };
        if (!fits && value != null) {
            throw new NotReplayed("a value that is no " + type);
        }
        return value;
    }

    private static void remove(Map<String, @Nullable Object> component, Map<String, @Nullable Object> record) {
        if (component.get("condition") != null) {
            throw new NotReplayed("fields removed on a condition");
        }
        for (Object pointer : Raw.list(component.get("field_pointers"))) {
            List<String> path = Raw.list(pointer).stream().map(String::valueOf).toList();
            if (path.stream().anyMatch(step -> step.contains("*"))) {
                throw new NotReplayed("fields removed by a pattern");
            }
            if (Raw.at(record, path.subList(0, path.size() - 1)) instanceof Map<?, ?> owner) {
                owner.remove(path.getLast());
            }
        }
    }

    private static void lower(Map<String, @Nullable Object> record) {
        for (String key : List.copyOf(record.keySet())) {
            record.put(key.toLowerCase(Locale.ROOT), record.remove(key));
        }
    }
}
