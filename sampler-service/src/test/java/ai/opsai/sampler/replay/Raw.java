package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads plain maps and lists without minding what is missing. */
final class Raw {

    private Raw() {}

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, item) -> map.put(String.valueOf(key), item));
        }
        return map;
    }

    /** A list as it is, nothing as an empty one, anything else as the only item. */
    static List<@Nullable Object> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> new ArrayList<>(list);
            default -> List.of(value);
        };
    }

    static String text(Map<String, ? extends @Nullable Object> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    static @Nullable Object child(@Nullable Object owner, String step) {
        if (owner instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (owner instanceof List<?> list && step.matches("-?\\d{1,6}")) {
            int index = Integer.parseInt(step);
            int at = index < 0 ? index + list.size() : index;
            return at >= 0 && at < list.size() ? list.get(at) : null;
        }
        return null;
    }

    static @Nullable Object at(@Nullable Object owner, List<String> path) {
        Object value = owner;
        for (String step : path) {
            value = child(value, step);
        }
        return value;
    }

    /** Puts a value at a path; false where something that is no object stands in the way. */
    @SuppressWarnings("unchecked") // every map below was made from text keys
    static boolean put(@Nullable Object owner, List<String> path, @Nullable Object value) {
        Object current = owner;
        for (String step : path.subList(0, path.size() - 1)) {
            if (!(current instanceof Map<?, ?> map)) {
                return false;
            }
            if (map.get(step) == null) {
                ((Map<String, Object>) map).put(step, new LinkedHashMap<String, Object>());
            }
            current = map.get(step);
        }
        if (!(current instanceof Map<?, ?> map) || map.get(path.getLast()) instanceof List) {
            return false;
        }
        ((Map<String, @Nullable Object>) map).put(path.getLast(), value);
        return true;
    }

    /** A copy all the way down, which may be changed. */
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = map(map);
                copy.replaceAll((_, item) -> copy(item));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }
}
