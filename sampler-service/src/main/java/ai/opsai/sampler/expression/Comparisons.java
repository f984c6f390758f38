package ai.opsai.sampler.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality, order and membership as Python has them. */
final class Comparisons {

    private Comparisons() {}

    static boolean holds(String operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "in" -> contains(right, left);
            case "not in" -> !contains(right, left);
            case "<" -> order(left, right) < 0;
            case "<=" -> order(left, right) <= 0;
            case ">" -> order(left, right) > 0;
            default -> order(left, right) >= 0;
        };
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return equal(a, b);
        }
        if (left instanceof Tuple(List<@Nullable Object> a) && right instanceof Tuple(List<@Nullable Object> b)) {
            return equal(a, b);
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.size() == b.size()
                    && a.entrySet().stream()
                            .allMatch(e -> b.containsKey(e.getKey()) && equal(e.getValue(), b.get(e.getKey())));
        }
        if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
            return a.isEqual(b);
        }
        return Objects.equals(left, right);
    }

    private static boolean equal(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    static int order(@Nullable Object left, @Nullable Object right) {
        if (left == Undefined.VALUE || right == Undefined.VALUE) {
            throw new ExpressionException.ThroughUndefined("a compared value is undefined");
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right);
        }
        if (left instanceof String a && right instanceof String b) {
            return byCodePoint(a, b);
        }
        if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
            return a.toInstant().compareTo(b.toInstant());
        }
        if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
            return a.compareTo(b);
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return a.compareTo(b);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.compareTo(b);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return order(a, b);
        }
        if (left instanceof Tuple(List<@Nullable Object> a) && right instanceof Tuple(List<@Nullable Object> b)) {
            return order(a, b);
        }
        throw new ExpressionException.WrongType("these values have no order");
    }

    private static int order(List<?> left, List<?> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return order(left.get(i), right.get(i));
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int byCodePoint(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    }

    static boolean contains(@Nullable Object container, @Nullable Object value) {
        return switch (container) {
            case String text -> text.contains(Texts.required(value));
            case Map<?, ?> map -> map.keySet().stream().anyMatch(key -> equal(key, value));
            case null -> throw new ExpressionException.WrongType("None is not iterable");
            default -> Sequences.items(container).stream().anyMatch(item -> equal(item, value));
        };
    }
}
