package ai.opsai.sampler.expression;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tests after {@code is}. */
final class Checks {

    private Checks() {}

    static boolean holds(String name, @Nullable Object value, Arguments a) {
        return switch (name) {
            case "defined" -> value != Undefined.VALUE;
            case "undefined" -> value == Undefined.VALUE;
            case "none" -> value == null;
            case "true" -> Boolean.TRUE.equals(value);
            case "false" -> Boolean.FALSE.equals(value);
            case "boolean" -> value instanceof Boolean;
            case "string" -> value instanceof String;
            case "number" -> Numbers.isNumber(value);
            case "integer" -> Numbers.isInteger(value) && !(value instanceof Boolean);
            case "float" -> Numbers.isFloat(value);
            case "mapping" -> value instanceof Map<?, ?>;
            case "sequence" -> sequence(value);
            case "iterable" -> sequence(value) || value instanceof Generated;
            case "callable" -> value instanceof Callable;
            case "odd" -> Comparisons.equal(Operators.apply("%", value, 2L), 1L);
            case "even" -> Comparisons.equal(Operators.apply("%", value, 2L), 0L);
            case "divisibleby" -> Comparisons.equal(Operators.apply("%", value, a.get(0, "num")), 0L);
            case "eq", "equalto" -> Comparisons.equal(value, a.get(0, "other"));
            case "ne" -> !Comparisons.equal(value, a.get(0, "other"));
            case "lt", "lessthan" -> Comparisons.holds("<", value, a.get(0, "other"));
            case "le" -> Comparisons.holds("<=", value, a.get(0, "other"));
            case "gt", "greaterthan" -> Comparisons.holds(">", value, a.get(0, "other"));
            case "ge" -> Comparisons.holds(">=", value, a.get(0, "other"));
            case "in" -> Comparisons.contains(a.get(0, "seq"), value);
            case "sameas" -> java.util.Objects.equals(value, a.get(0, "other"));
            case "lower" -> Texts.str(value).equals(Texts.str(value).toLowerCase(Locale.ROOT));
            case "upper" -> Texts.str(value).equals(Texts.str(value).toUpperCase(Locale.ROOT));
            default -> throw new ExpressionException("no test named " + name);
        };
    }

    private static boolean sequence(@Nullable Object value) {
        return value instanceof List<?>
                || value instanceof Tuple
                || value instanceof String
                || value instanceof Map<?, ?>
                || value == Undefined.VALUE;
    }
}
