package ai.opsai.sampler.replay;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records that fit a JSON Schema, no two of them alike. */
final class FakeRecords {

    private static final int MAX_DEPTH = 4;

    private final Map<String, @Nullable Object> schema;
    private final OffsetDateTime now;
    private long serial;

    FakeRecords(Map<String, @Nullable Object> schema, OffsetDateTime now) {
        this.schema = schema;
        this.now = now;
    }

    /** @param fields how many fields of the schema at most */
    Map<String, @Nullable Object> next(int fields) {
        serial++;
        Map<String, @Nullable Object> record = object(schema, fields, 0);
        boolean told = record.values().stream().anyMatch(value -> value instanceof String || value instanceof Long);
        if (!told) {
            record.put("id", serial);
        }
        return record;
    }

    /** A value for a field that must be there and tell records apart. */
    Object key(List<String> path) {
        Object declared = schema;
        for (String step : path) {
            declared = Raw.at(declared, List.of("properties", step));
        }
        Object value = value(Raw.map(declared), path.getLast(), MAX_DEPTH);
        return value instanceof Long ? value : path.getLast() + "-" + serial;
    }

    private Map<String, @Nullable Object> object(Map<String, @Nullable Object> declared, int fields, int depth) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        Raw.map(declared.get("properties")).entrySet().stream().limit(fields).forEach(entry -> {
            Object value = value(Raw.map(entry.getValue()), entry.getKey(), depth + 1);
            if (value != null) {
                object.put(entry.getKey(), value);
            }
        });
        return object;
    }

    private @Nullable Object value(Map<String, @Nullable Object> declared, String name, int depth) {
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (declared.get(choice) instanceof List<?> options) {
                return options.stream()
                        .map(Raw::map)
                        .filter(option -> !"null".equals(option.get("type")))
                        .findFirst()
                        .map(option -> value(option, name, depth))
                        .orElse(null);
            }
        }
        if (declared.get("enum") instanceof List<?> options && !options.isEmpty()) {
            return options.get((int) (serial % options.size()));
        }
        return switch (type(declared)) {
            case "integer" -> serial;
            case "number" -> serial + 0.5;
            case "boolean" -> serial % 2 == 0;
            case "object" -> depth < MAX_DEPTH ? object(declared, Integer.MAX_VALUE, depth) : Map.of();
            case "array" -> array(declared, name, depth);
            case "null" -> null;
            default -> text(declared, name);
        };
    }

    private static String type(Map<String, @Nullable Object> declared) {
        for (Object type : Raw.list(declared.get("type"))) {
            if (!"null".equals(type)) {
                return String.valueOf(type);
            }
        }
        return declared.containsKey("type") ? "null" : declared.containsKey("properties") ? "object" : "string";
    }

    private List<@Nullable Object> array(Map<String, @Nullable Object> declared, String name, int depth) {
        var items = new ArrayList<@Nullable Object>();
        Object item = depth < MAX_DEPTH ? value(Raw.map(declared.get("items")), name, depth + 1) : null;
        if (item != null) {
            items.add(item);
        }
        return items;
    }

    private String text(Map<String, @Nullable Object> declared, String name) {
        return switch (Raw.text(declared, "format")) {
            case "date-time" -> Clockwork.format(now.minusMinutes(serial), "%Y-%m-%dT%H:%M:%SZ");
            case "date" -> Clockwork.format(now.minusDays(serial % 300), "%Y-%m-%d");
            default -> name + "-" + serial;
        };
    }
}
