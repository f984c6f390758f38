package ai.opsai.sampler.expression;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic with Python's types: what doesn't fit is a type error, never a guess. */
final class Operators {

    private static final int MAX_REPEATED = 100_000;

    private Operators() {}

    static Object apply(String operator, @Nullable Object left, @Nullable Object right) {
        if (left == Undefined.VALUE || right == Undefined.VALUE) {
            throw new ExpressionException.ThroughUndefined("an operand of " + operator + " is undefined");
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.isFloat(left) || Numbers.isFloat(right)
                    ? reals(operator, Numbers.real(left), Numbers.real(right))
                    : integers(operator, Numbers.big(left), Numbers.big(right));
        }
        return switch (operator) {
            case "+" -> plus(left, right);
            case "-" -> MomentArithmetic.minus(left, right);
            case "*" -> times(left, right);
            case "%" -> left instanceof String format ? PercentFormat.apply(format, right) : fail(operator);
            case "/", "//" -> durations(operator, left, right);
            default -> fail(operator);
        };
    }

    private static Object plus(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return joined(a, b);
        }
        if (left instanceof Tuple(List<@Nullable Object> a) && right instanceof Tuple(List<@Nullable Object> b)) {
            return new Tuple(joined(a, b));
        }
        return MomentArithmetic.plus(left, right);
    }

    private static List<@Nullable Object> joined(List<?> left, List<?> right) {
        var all = new ArrayList<@Nullable Object>(left);
        all.addAll(right);
        return all;
    }

    private static Object times(@Nullable Object left, @Nullable Object right) {
        if (Numbers.isInteger(left) && !Numbers.isInteger(right)) {
            return times(right, left);
        }
        if (left instanceof Duration duration && Numbers.isInteger(right)) {
            return duration.multipliedBy(Numbers.index(right));
        }
        int count = Math.max(0, Numbers.index(right));
        return switch (left) {
            case String text -> text.repeat(bounded(text.length(), count));
            case List<?> list -> repeated(list, bounded(list.size(), count));
            case Tuple(List<@Nullable Object> items) -> new Tuple(repeated(items, bounded(items.size(), count)));
            case null, default -> fail("*");
        };
    }

    private static int bounded(int size, int count) {
        if ((long) size * count > MAX_REPEATED) {
            throw new ExpressionException("result too large");
        }
        return count;
    }

    private static List<@Nullable Object> repeated(List<?> items, int count) {
        var all = new ArrayList<@Nullable Object>();
        for (int i = 0; i < count; i++) {
            all.addAll(items);
        }
        return all;
    }

    private static Object durations(String operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Duration a && right instanceof Duration b && operator.equals("/")) {
            return (double) a.toNanos() / b.toNanos();
        }
        if (left instanceof Duration a && Numbers.isInteger(right)) {
            return a.dividedBy(Numbers.index(right));
        }
        return fail(operator);
    }

    private static Object integers(String operator, BigInteger left, BigInteger right) {
        return switch (operator) {
            case "+" -> Numbers.normal(left.add(right));
            case "-" -> Numbers.normal(left.subtract(right));
            case "*" -> Numbers.normal(left.multiply(right));
            case "/" -> reals("/", left.doubleValue(), right.doubleValue());
            case "//" -> Numbers.normal(floor(left, right)[0]);
            case "%" -> Numbers.normal(floor(left, right)[1]);
            default -> power(left, right);
        };
    }

    private static Object power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            return Math.pow(base.doubleValue(), exponent.doubleValue());
        }
        if (exponent.bitLength() > 12) {
            throw new ExpressionException("number too large");
        }
        return Numbers.normal(base.pow(exponent.intValue()));
    }

    private static BigInteger[] floor(BigInteger left, BigInteger right) {
        if (right.signum() == 0) {
            throw new ExpressionException("division by zero");
        }
        BigInteger[] parts = left.divideAndRemainder(right);
        if (parts[1].signum() != 0 && parts[1].signum() != right.signum()) {
            return new BigInteger[] {parts[0].subtract(BigInteger.ONE), parts[1].add(right)};
        }
        return parts;
    }

    private static Object reals(String operator, double left, double right) {
        if (right == 0 && !"+-***".contains(operator)) {
            throw new ExpressionException("division by zero");
        }
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "//" -> Math.floor(left / right);
            case "%" -> left - right * Math.floor(left / right);
            default -> Math.pow(left, right);
        };
    }

    private static Object fail(String operator) {
        throw new ExpressionException.WrongType("unsupported operand types for " + operator);
    }
}
