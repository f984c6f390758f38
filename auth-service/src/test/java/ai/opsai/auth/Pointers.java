package ai.opsai.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON document that is built pointer by pointer. */
final class Pointers {

    private @Nullable Object root;

    void put(String pointer, Object value) {
        List<String> steps = List.of(pointer.substring(1).split("/", -1));
        root = put(root, steps, value);
    }

    Object document() {
        return root == null ? Map.of() : root;
    }

    @SuppressWarnings("unchecked")
    private static Object put(@Nullable Object level, List<String> steps, Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        String step = steps.getFirst();
        List<String> below = steps.subList(1, steps.size());
        if (step.matches("[0-9]+")) {
            List<Object> list = level == null ? new ArrayList<>() : (List<Object>) level;
            int index = Integer.parseInt(step);
            while (list.size() <= index) {
                list.add(new LinkedHashMap<String, Object>());
            }
            list.set(index, put(list.get(index), below, value));
            return list;
        }
        Map<String, Object> map = level == null ? new LinkedHashMap<>() : (Map<String, Object>) level;
        map.put(step, put(map.get(step), below, value));
        return map;
    }
}
