package ai.opsai.sampler.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Walks the scalar values of rows. */
final class Leaves {

    private Leaves() {}

    /** Each text or number with the keys on the way to it, lower-case and joined by dots. */
    static void of(@Nullable Object value, BiConsumer<String, String> visitor) {
        walk("", value, visitor);
    }

    private static void walk(String path, @Nullable Object value, BiConsumer<String, String> visitor) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, item) ->
                        walk(path + "." + String.valueOf(key).toLowerCase(java.util.Locale.ROOT), item, visitor));
            case List<?> list -> list.forEach(item -> walk(path, item, visitor));
            case String text -> visitor.accept(path, text);
            case Number number -> visitor.accept(path, number.toString());
            case null, default -> {}
        }
    }

    /** All values at a path; a star stands for any item. */
    static List<String> at(@Nullable Object row, List<String> path) {
        var found = new ArrayList<String>();
        collect(row, path, found);
        return found;
    }

    private static void collect(@Nullable Object value, List<String> path, List<String> found) {
        if (path.isEmpty()) {
            if ((value instanceof String || value instanceof Number)
                    && !value.toString().isBlank()) {
                found.add(value.toString());
            }
            return;
        }
        List<String> rest = path.subList(1, path.size());
        boolean any = path.getFirst().equals("*");
        switch (value) {
            case Map<?, ?> map when any -> map.values().forEach(item -> collect(item, rest, found));
            case Map<?, ?> map -> collect(map.get(path.getFirst()), rest, found);
            case List<?> list when any -> list.forEach(item -> collect(item, rest, found));
            case null, default -> {}
        }
    }
}
