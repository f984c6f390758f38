package ai.opsai.sampler.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters that make numbers; what can't be read becomes the default. */
final class NumberFilters {

    private NumberFilters() {}

    static @Nullable Object integer(@Nullable Object value, Arguments a) {
        if (value == Undefined.VALUE) {
            // int(Undefined) raises an UndefinedError in the reference, which its filter does not catch.
            throw new ExpressionException.ThroughUndefined("int of an undefined value");
        }
        if (Numbers.isInteger(value)) {
            return Numbers.normal(Numbers.big(value));
        }
        if (Numbers.isFloat(value)) {
            return Numbers.truncated(Numbers.real(value));
        }
        return value instanceof String text ? integer(text.strip(), a) : a.get(0, "default", 0L);
    }

    private static @Nullable Object integer(String text, Arguments a) {
        int base = Numbers.index(a.get(1, "base", 10L));
        try {
            return Numbers.normal(new BigInteger(text.replaceFirst("^\\+", "").replace("_", ""), base));
        } catch (NumberFormatException e) {
            return fraction(text, a);
        }
    }

    private static @Nullable Object fraction(String text, Arguments a) {
        try {
            return Numbers.truncated(parse(text));
        } catch (NumberFormatException | ExpressionException e) {
            return a.get(0, "default", 0L);
        }
    }

    static @Nullable Object real(@Nullable Object value, Arguments a) {
        if (value == Undefined.VALUE) {
            throw new ExpressionException.ThroughUndefined("float of an undefined value");
        }
        if (Numbers.isNumber(value)) {
            return Numbers.real(value);
        }
        try {
            return value instanceof String text ? (Object) parse(text.strip()) : a.get(0, "default", 0.0);
        } catch (NumberFormatException e) {
            return a.get(0, "default", 0.0);
        }
    }

    private static double parse(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> {
                if (text.isEmpty() || Character.isLetter(text.charAt(text.length() - 1))) {
                    throw new NumberFormatException();
                }
                yield Double.parseDouble(text.replace("_", ""));
            }
        };
    }

    static Object absolute(@Nullable Object value) {
        return Numbers.isFloat(value)
                ? (Object) Math.abs(Numbers.real(value))
                : Numbers.normal(Numbers.big(value).abs());
    }

    static Object round(@Nullable Object value, Arguments a) {
        int precision = Numbers.index(a.get(0, "precision", 0L));
        RoundingMode mode = switch (Texts.required(a.get(1, "method", "common"))) {
            case "ceil" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            default -> RoundingMode.HALF_EVEN;
        };
        return new BigDecimal(Numbers.real(value))
                .setScale(Math.clamp(precision, -300, 300), mode)
                .doubleValue();
    }

    static Object sum(@Nullable Object value, Arguments a) {
        Object attribute = a.get(0, "attribute", null);
        Object total = Objects.requireNonNullElse(a.get(1, "start", 0L), 0L);
        for (Object item : Sequences.items(value)) {
            total = Operators.apply("+", total, attribute == null ? item : SequenceFilters.attribute(item, attribute));
        }
        return total;
    }
}
