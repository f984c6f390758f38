package ai.opsai.sampler.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Steps into nested maps and lists of a record. */
final class Paths {

    private Paths() {}

    static @Nullable Object get(@Nullable Object value, List<String> path) {
        Object current = value;
        for (String step : path) {
            current = child(current, step);
        }
        return current;
    }

    private static @Nullable Object child(@Nullable Object value, String step) {
        return switch (value) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list -> item(list, step);
            case null, default -> null;
        };
    }

    private static @Nullable Object item(List<?> list, String step) {
        boolean index = step.matches("-?\\d{1,6}");
        int place = index ? Integer.parseInt(step) : list.size();
        int at = place < 0 ? place + list.size() : place;
        return at >= 0 && at < list.size() ? list.get(at) : null;
    }

    /** The value under a name; the name may also be a path with slashes, or with dots. */
    static @Nullable Object named(Map<String, @Nullable Object> record, String name) {
        if (record.containsKey(name)) {
            return record.get(name);
        }
        return get(record, List.of(name.split(name.contains("/") ? "/" : "\\.", -1)));
    }

    /** The value under a name at the top or, where it isn't there, in the first object that has it. */
    static @Nullable Object anywhere(@Nullable Object body, String name) {
        if (body instanceof List<?> list) {
            return list.stream()
                    .<@Nullable Object>map(item -> anywhere(item, name))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (!(body instanceof Map<?, ?> map)) {
            return null;
        }
        return map.get(name) != null ? map.get(name) : anywhere(new ArrayList<>(map.values()), name);
    }

    /** Brings what another object has into this one, nested objects field by field. */
    @SuppressWarnings("unchecked") // records are maps from text, all the way down
    static void merge(Map<String, @Nullable Object> into, Map<String, @Nullable Object> more) {
        more.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && into.get(name) instanceof Map<?, ?> known) {
                Map<String, @Nullable Object> merged = new LinkedHashMap<>();
                merged.putAll((Map<String, @Nullable Object>) known);
                merge(merged, (Map<String, @Nullable Object>) inner);
                into.put(name, merged);
            } else {
                into.put(name, value);
            }
        });
    }

    /** All values at a path in which a star stands for any key or item. */
    static List<@Nullable Object> all(@Nullable Object value, List<String> path) {
        List<@Nullable Object> current = new ArrayList<>();
        current.add(value);
        for (String step : path) {
            var next = new ArrayList<@Nullable Object>();
            current.forEach(each -> step(each, step, next));
            current = next;
        }
        return current;
    }

    private static void step(@Nullable Object value, String step, List<@Nullable Object> found) {
        if (!step.equals("*")) {
            Object child = child(value, step);
            if (child != null) {
                found.add(child);
            }
        } else if (value instanceof Map<?, ?> map) {
            found.addAll(map.values());
        } else if (value instanceof List<?> list) {
            found.addAll(list);
        }
    }

    @SuppressWarnings("unchecked") // records are maps from text, all the way down
    static void put(Map<String, @Nullable Object> record, List<String> path, @Nullable Object value) {
        Map<String, @Nullable Object> current = record;
        for (String step : path.subList(0, path.size() - 1)) {
            Object next = current.get(step);
            if (!(next instanceof Map<?, ?>)) {
                next = new LinkedHashMap<String, @Nullable Object>();
                current.put(step, next);
            }
            current = (Map<String, @Nullable Object>) next;
        }
        current.put(path.getLast(), value);
    }

    /** Puts a value where one is already, or anywhere if asked to. */
    @SuppressWarnings("unchecked") // what is filled in was read from text
    static void replace(@Nullable Object root, List<String> path, @Nullable Object value, boolean create) {
        String last = path.getLast();
        Object owner = get(root, path.subList(0, path.size() - 1));
        if (owner instanceof List<?> list && last.matches("\\d{1,6}") && Integer.parseInt(last) < list.size()) {
            ((List<@Nullable Object>) list).set(Integer.parseInt(last), value);
        } else if (owner instanceof Map<?, ?> map && (create || map.containsKey(last))) {
            ((Map<String, @Nullable Object>) map).put(last, value);
        } else if (create && owner == null && root instanceof Map<?, ?> map) {
            put((Map<String, @Nullable Object>) map, path, value);
        }
    }

    static void remove(Map<String, @Nullable Object> record, List<String> path) {
        Object owner = get(record, path.subList(0, path.size() - 1));
        if (owner instanceof Map<?, ?> map) {
            map.remove(path.getLast());
        }
    }
}
