package ai.opsai.sampler.connector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings everything nested to the top. A field keeps its own name; where that is taken, and from the first list on,
 * its parents' names stand before it. The order of the work decides who is first, so it is part of the format.
 */
final class Flattening {

    private final boolean lists;
    private final Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    private final Deque<Named> open = new ArrayDeque<>();
    private boolean full;

    private record Named(String name, @Nullable Object value) {}

    private Flattening(boolean lists) {
        this.lists = lists;
    }

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> record, boolean lists) {
        var flattening = new Flattening(lists);
        flattening.open.push(new Named("_", record));
        while (!flattening.open.isEmpty()) {
            flattening.take(flattening.open.pop());
        }
        return flattening.flat;
    }

    private void take(Named item) {
        if (item.value() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String own = String.valueOf(key);
                open.push(new Named(full || flat.containsKey(own) ? item.name() + "." + own : own, value));
            });
        } else if (lists && item.value() instanceof List<?> list) {
            full |= !list.isEmpty();
            for (int i = 0; i < list.size(); i++) {
                open.push(new Named(item.name() + "." + i, list.get(i)));
            }
        } else {
            flat.put(item.name(), item.value());
        }
    }
}
