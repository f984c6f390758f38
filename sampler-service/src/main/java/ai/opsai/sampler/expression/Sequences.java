package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Iteration, length, indexing and slicing. */
final class Sequences {

    private Sequences() {}

    static List<@Nullable Object> items(@Nullable Object value) {
        return switch (value) {
            case Undefined _ -> List.of();
            case List<?> list -> new ArrayList<@Nullable Object>(list);
            case Tuple(List<@Nullable Object> items) -> items;
            case Generated(List<@Nullable Object> items) -> items;
            case Map<?, ?> map -> new ArrayList<@Nullable Object>(map.keySet());
            case String text -> new ArrayList<@Nullable Object>(characters(text));
            case null, default -> throw new ExpressionException.WrongType("the value is not iterable");
        };
    }

    static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    static long length(@Nullable Object value) {
        return switch (value) {
            case Undefined _ -> 0;
            case String text -> text.codePointCount(0, text.length());
            case List<?> list -> list.size();
            case Tuple(List<@Nullable Object> items) -> items.size();
            case Map<?, ?> map -> map.size();
            case null, default -> throw new ExpressionException.WrongType("the value has no length");
        };
    }

    /** The item at an index that may count from the end; undefined where there is none. */
    static @Nullable Object at(List<? extends @Nullable Object> items, @Nullable Object key) {
        if (!Numbers.isInteger(key)) {
            return Undefined.VALUE;
        }
        int index = Numbers.index(key);
        int place = index < 0 ? index + items.size() : index;
        return place >= 0 && place < items.size() ? items.get(place) : Undefined.VALUE;
    }

    static @Nullable Object slice(
            @Nullable Object target, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        return switch (target) {
            case Undefined _ -> throw new ExpressionException.ThroughUndefined("the sliced value is undefined");
            case String text -> joined(slice(characters(text), from, to, step));
            case List<?> list -> slice(list, from, to, step);
            case Tuple(List<@Nullable Object> items) -> new Tuple(slice(items, from, to, step));
            case null, default -> throw new ExpressionException.WrongType("the value can't be sliced");
        };
    }

    private static List<@Nullable Object> slice(
            List<? extends @Nullable Object> items, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        int stride = step == null ? 1 : Numbers.index(step);
        if (stride == 0) {
            throw new ExpressionException("slice step cannot be zero");
        }
        int size = items.size();
        boolean forward = stride > 0;
        int start = from == null ? (forward ? 0 : size - 1) : bound(from, size, forward);
        int end = to == null ? (forward ? size : -1) : bound(to, size, forward);
        var part = new ArrayList<@Nullable Object>();
        for (int i = start; forward ? i < end : i > end; i += stride) {
            part.add(items.get(i));
        }
        return part;
    }

    private static String joined(List<@Nullable Object> characters) {
        return characters.stream().map(Texts::str).collect(Collectors.joining());
    }

    private static int bound(Object value, int size, boolean forward) {
        int index = Numbers.index(value);
        int place = index < 0 ? index + size : index;
        return Math.clamp(place, forward ? 0 : -1, forward ? size : size - 1);
    }
}
