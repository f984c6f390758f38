package ai.opsai.sampler.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Python's {@code str()} and {@code repr()} of every value an expression can make. */
final class Texts {

    private Texts() {}

    static String required(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new ExpressionException.WrongType("text is required");
    }

    static String str(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case OffsetDateTime moment -> Moments.iso(moment, " ");
            case LocalDateTime moment -> Moments.iso(moment, " ");
            case LocalDate date -> date.toString();
            case Duration duration -> Moments.text(duration);
            case null, default -> repr(value);
        };
    }

    static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Undefined _ -> "";
            case String text -> quoted(text);
            case Boolean flag -> flag ? "True" : "False";
            case Double real -> Numbers.text(real);
            case Float real -> Numbers.text(real);
            case BigDecimal real -> Numbers.text(real.doubleValue());
            case List<?> list -> list.stream().map(Texts::nested).collect(Collectors.joining(", ", "[", "]"));
            case Tuple(List<@Nullable Object> items) -> tuple(items);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> nested(entry.getKey()) + ": " + nested(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case OffsetDateTime moment -> Moments.repr(moment);
            case LocalDateTime moment -> Moments.repr(moment);
            case LocalDate date ->
                "datetime.date(%d, %d, %d)".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            case Duration duration -> Moments.repr(duration);
            case Generated _ -> "<generator object>";
            case Callable _ -> "<built-in method>";
            case Namespace _ -> "<Namespace>";
            default -> value.toString();
        };
    }

    private static String nested(@Nullable Object value) {
        return value == Undefined.VALUE ? "Undefined" : repr(value);
    }

    private static String tuple(List<@Nullable Object> items) {
        String inner = items.stream().map(Texts::nested).collect(Collectors.joining(", "));
        return items.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        var out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(c -> escape(c, quote, out));
        return out.append(quote).toString();
    }

    private static void escape(int c, char quote, StringBuilder out) {
        if (c == quote || c == '\\') {
            out.append('\\').appendCodePoint(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (printable(c)) {
            out.appendCodePoint(c);
        } else if (c < 0x100) {
            out.append("\\x%02x".formatted(c));
        } else {
            out.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
        }
    }

    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
