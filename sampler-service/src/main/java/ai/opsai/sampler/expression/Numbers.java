package ai.opsai.sampler.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Python's numbers: ints without bounds, floats, and booleans that count as 0 and 1. */
final class Numbers {

    private static final int MAX_BITS = 20_000;

    private Numbers() {}

    static Object integer(String literal) {
        String digits = literal.replace("_", "");
        if (digits.length() > 2 && digits.charAt(0) == '0' && Character.isLetter(digits.charAt(1))) {
            int radix = switch (Character.toLowerCase(digits.charAt(1))) {
                case 'x' -> 16;
                case 'o' -> 8;
                default -> 2;
            };
            return normal(new BigInteger(digits.substring(2), radix));
        }
        return normal(new BigInteger(digits));
    }

    static Object normal(BigInteger value) {
        if (value.bitLength() > MAX_BITS) {
            throw new ExpressionException("number too large");
        }
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    static boolean isInteger(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof BigInteger
                || value instanceof Boolean
                || value instanceof Short;
    }

    static boolean isFloat(@Nullable Object value) {
        return value instanceof Double || value instanceof BigDecimal || value instanceof Float;
    }

    static boolean isNumber(@Nullable Object value) {
        return isInteger(value) || isFloat(value);
    }

    static BigInteger big(@Nullable Object value) {
        return switch (value) {
            case BigInteger big -> big;
            case Boolean flag -> flag ? BigInteger.ONE : BigInteger.ZERO;
            case Number number when isInteger(number) -> BigInteger.valueOf(number.longValue());
            case null, default -> throw new ExpressionException.WrongType("an integer is required");
        };
    }

    static double real(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> flag ? 1 : 0;
            case Number number -> number.doubleValue();
            case null, default -> throw new ExpressionException.WrongType("a number is required");
        };
    }

    static int index(@Nullable Object value) {
        BigInteger big = big(value);
        return big.bitLength() < Integer.SIZE ? big.intValue() : big.signum() * Integer.MAX_VALUE;
    }

    static Object truncated(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ExpressionException("cannot convert float to integer");
        }
        return normal(new BigDecimal(value).toBigInteger());
    }

    /** Exact comparison across ints and floats. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (isFloat(left) || isFloat(right)) {
            return Double.compare(real(left) + 0.0, real(right) + 0.0);
        }
        return big(left).compareTo(big(right));
    }

    /** Python's shortest text of a float, with its rule for the exponent. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = exact.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = exact.unscaledValue().abs().toString();
        String mantissa = digits.length() > 1 ? digits.charAt(0) + "." + digits.substring(1) : digits;
        String sign = exponent < 0 ? "-" : "+";
        int size = Math.abs(exponent);
        return (value < 0 ? "-" : "") + mantissa + "e" + sign + (size < 10 ? "0" + size : String.valueOf(size));
    }
}
