package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's methods of lists. */
final class ListMethods {

    private ListMethods() {}

    @SuppressWarnings("unchecked") // templates see values, never types: a list of theirs takes anything
    static @Nullable Callable named(List<?> source, String name) {
        var list = (List<@Nullable Object>) source;
        return switch (name) {
            case "append" -> a -> none(() -> list.add(a.get(0, "object")));
            case "extend" -> a -> none(() -> list.addAll(Sequences.items(a.get(0, "iterable"))));
            case "insert" -> a -> none(() -> list.add(place(list, a.get(0, "index")), a.get(1, "object")));
            case "pop" -> a -> pop(list, a);
            case "index" -> a -> index(list, a.get(0, "value"));
            case "count" ->
                a -> list.stream()
                        .filter(item -> Comparisons.equal(item, a.get(0, "value")))
                        .count();
            case "reverse" -> a -> none(() -> java.util.Collections.reverse(list));
            case "sort" -> a -> none(() -> list.sort(Comparisons::order));
            case "remove" -> a -> none(() -> list.remove((int) index(list, a.get(0, "value"))));
            case "copy" -> a -> new ArrayList<>(list);
            default -> null;
        };
    }

    private static @Nullable Object none(Runnable change) {
        change.run();
        return null;
    }

    private static int place(List<?> list, @Nullable Object index) {
        int place = Numbers.index(index);
        return Math.clamp(place < 0 ? place + list.size() : place, 0, list.size());
    }

    private static @Nullable Object pop(List<@Nullable Object> list, Arguments a) {
        int index = Numbers.index(a.get(0, "index", -1L));
        int place = index < 0 ? index + list.size() : index;
        if (place < 0 || place >= list.size()) {
            throw new ExpressionException("pop index out of range");
        }
        return list.remove(place);
    }

    private static long index(List<?> list, @Nullable Object value) {
        for (int i = 0; i < list.size(); i++) {
            if (Comparisons.equal(list.get(i), value)) {
                return i;
            }
        }
        throw new ExpressionException("value is not in list");
    }
}
