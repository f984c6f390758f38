package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's methods of dicts. */
final class MappingMethods {

    private MappingMethods() {}

    @SuppressWarnings("unchecked") // templates see values, never types: a map of theirs takes any key
    static @Nullable Callable named(Map<?, ?> source, String name) {
        var map = (Map<@Nullable Object, @Nullable Object>) source;
        return switch (name) {
            case "get" -> a -> get(map, a);
            case "items" ->
                a -> map.entrySet().stream()
                        .<@Nullable Object>map(entry -> pair(entry.getKey(), entry.getValue()))
                        .toList();
            case "keys" -> a -> new ArrayList<>(map.keySet());
            case "values" -> a -> new ArrayList<>(map.values());
            case "copy" -> a -> new LinkedHashMap<>(map);
            case "update" -> a -> update(map, a);
            case "pop" -> a -> pop(map, a);
            case "setdefault" -> a -> setDefault(map, a);
            default -> null;
        };
    }

    private static @Nullable Object get(Map<?, ?> map, Arguments a) {
        a.atMost(2);
        if (!a.named().isEmpty()) {
            throw new ExpressionException.WrongType("get() takes no keyword arguments");
        }
        Object key = a.get(0, "key");
        if (key instanceof List<?> || key instanceof Map<?, ?>) {
            throw new ExpressionException.WrongType("unhashable key");
        }
        Object found = map.containsKey(key) ? map.get(key) : Undefined.VALUE;
        return found == Undefined.VALUE && !map.containsKey(key) ? a.get(1, "default", null) : found;
    }

    private static Object pair(@Nullable Object key, @Nullable Object value) {
        var items = new ArrayList<@Nullable Object>();
        items.add(key);
        items.add(value);
        return new Tuple(items);
    }

    private static @Nullable Object update(Map<@Nullable Object, @Nullable Object> map, Arguments a) {
        Object others = a.get(0, "other", Map.of());
        if (others instanceof Map<?, ?> entries) {
            map.putAll(entries);
        } else {
            for (Object item : Sequences.items(others)) {
                List<@Nullable Object> pair = Sequences.items(item);
                map.put(pair.get(0), pair.get(1));
            }
        }
        map.putAll(a.named());
        return null;
    }

    private static @Nullable Object pop(Map<@Nullable Object, @Nullable Object> map, Arguments a) {
        Object key = a.get(0, "key");
        if (map.containsKey(key)) {
            return map.remove(key);
        }
        if (a.has(1, "default")) {
            return a.get(1, "default");
        }
        throw new ExpressionException("key not found");
    }

    private static @Nullable Object setDefault(Map<@Nullable Object, @Nullable Object> map, Arguments a) {
        Object key = a.get(0, "key");
        if (!map.containsKey(key)) {
            map.put(key, a.get(1, "default", null));
        }
        return map.get(key);
    }
}
