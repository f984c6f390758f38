package ai.opsai.sampler.replay;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operators do to values. */
final class Values {

    private Values() {}

    static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> value != Missing.UNDEFINED && value != Missing.BROKEN;
        };
    }

    /** The truth of a rendered condition, where the spellings of nothing are false too. */
    static boolean condition(@Nullable Object value) {
        boolean spelled = value instanceof String text
                && List.of("False", "{}", "[]", "()", "0", "None").contains(text);
        return truth(value) && !spelled;
    }

    static @Nullable Object member(@Nullable Object owner, @Nullable Object key) {
        if (owner == Missing.UNDEFINED || owner == Missing.BROKEN) {
            return Missing.BROKEN;
        }
        if (owner instanceof Map<?, ?> map) {
            String name = String.valueOf(key);
            return map.containsKey(name) ? map.get(name) : Missing.UNDEFINED;
        }
        if (owner instanceof List<?> list && key instanceof Number number) {
            int at = number.intValue() < 0 ? number.intValue() + list.size() : number.intValue();
            return at >= 0 && at < list.size() ? list.get(at) : Missing.UNDEFINED;
        }
        if (owner instanceof String text && key instanceof Number number) {
            int at = number.intValue() < 0 ? number.intValue() + text.length() : number.intValue();
            return at >= 0 && at < text.length() ? String.valueOf(text.charAt(at)) : Missing.UNDEFINED;
        }
        return Missing.UNDEFINED;
    }

    static @Nullable Object slice(@Nullable Object owner, @Nullable Object from, @Nullable Object to) {
        if (!(owner instanceof String text) || !(from instanceof Long start) || !(to == null || to instanceof Long)) {
            throw new NotReplayed("a slice of something unusual");
        }
        int begin = bounded(start, text.length());
        int end = to == null ? text.length() : bounded((Long) to, text.length());
        return end <= begin ? "" : text.substring(begin, end);
    }

    private static int bounded(long index, int length) {
        return Math.clamp(index < 0 ? index + length : index, 0, length);
    }

    static boolean is(@Nullable Object value, String test) {
        boolean undefined = value == Missing.UNDEFINED;
        return switch (test) {
            case "none", "None" -> value == null;
            case "defined" -> !undefined;
            case "undefined" -> undefined;
            case "string" -> value instanceof String;
            case "mapping" -> value instanceof Map;
            case "true", "True" -> Boolean.TRUE.equals(value);
            case "false", "False" -> Boolean.FALSE.equals(value);
            default -> throw new NotReplayed("the test " + test);
        };
    }

    static Object compare(String operator, @Nullable Object a, @Nullable Object b) {
        return switch (operator) {
            case "==" -> same(a, b);
            case "!=" -> !same(a, b);
            case "in" -> contains(b, a);
            default -> {
                int order = order(a, b);
                yield switch (operator) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                };
            }
        };
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return number(x).compareTo(number(y)) == 0;
        }
        return a == null ? b == null : a.equals(b);
    }

    private static boolean contains(@Nullable Object owner, @Nullable Object item) {
        return switch (owner) {
            case Map<?, ?> map -> map.containsKey(String.valueOf(item));
            case List<?> list -> list.stream().anyMatch(each -> same(each, item));
            case String text when item instanceof String part -> text.contains(part);
            case null, default -> {
                if (owner == Missing.UNDEFINED) {
                    yield false;
                }
                throw new NotReplayed("'in' of something unusual");
            }
        };
    }

    private static int order(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return number(x).compareTo(number(y));
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        if (a instanceof OffsetDateTime x && b instanceof OffsetDateTime y) {
            return x.compareTo(y);
        }
        throw new NotReplayed("a comparison of unlike values");
    }

    static BigDecimal number(Number number) {
        return new BigDecimal(number.toString());
    }

    static @Nullable Object calculate(String operator, @Nullable Object a, @Nullable Object b) {
        if (operator.equals("~")) {
            return Rendering.spelled(a) + Rendering.spelled(b);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return switch (operator) {
                case "+" -> x + y;
                case "-" -> x - y;
                case "*" -> x * y;
                case "%" -> Math.floorMod(x, y);
                case "//" -> Math.floorDiv(x, y);
                default -> (double) x / y;
            };
        }
        if (a instanceof Number x && b instanceof Number y && !operator.contains("/") && !operator.equals("%")) {
            double left = x.doubleValue();
            double right = y.doubleValue();
            return operator.equals("+") ? left + right : operator.equals("-") ? left - right : left * right;
        }
        if (operator.equals("+") && a instanceof String x && b instanceof String y) {
            return x + y;
        }
        if (operator.equals("+") && a instanceof List<?> x && b instanceof List<?> y) {
            var all = new ArrayList<@Nullable Object>(x);
            all.addAll(y);
            return all;
        }
        if (a instanceof OffsetDateTime moment && b instanceof Clockwork.Span span) {
            return operator.equals("+") ? span.after(moment) : span.before(moment);
        }
        throw new NotReplayed("arithmetic with unlike values");
    }

    static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1)
                .replace("\\n", "\n")
                .replace("\\'", "'")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
