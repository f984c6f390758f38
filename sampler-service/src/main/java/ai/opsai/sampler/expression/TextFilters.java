package ai.opsai.sampler.expression;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters that make text. */
final class TextFilters {

    private TextFilters() {}

    /** Text stays; anything else becomes JSON in triple quotes, so that the literal rule reads it as a string. */
    static String string(@Nullable Object value) {
        return value instanceof String text ? text : "\"\"\"" + json(value) + "\"\"\"";
    }

    static String replace(String text, Arguments a) {
        String old = Texts.str(a.get(0, "old"));
        String fresh = Texts.str(a.get(1, "new"));
        Object count = a.get(2, "count", null);
        return count == null
                ? text.replace(old, fresh)
                : Texts.str(java.util.Objects.requireNonNull(TextMethods.named(text, "replace"))
                        .call(new Arguments(List.of(old, fresh, count), Map.of())));
    }

    static String truncate(String text, Arguments a) {
        int length = Numbers.index(a.get(0, "length", 255L));
        String end = Texts.required(a.get(2, "end", "..."));
        if (text.length() <= length + Numbers.index(a.get(3, "leeway", 5L))) {
            return text;
        }
        String cut = text.substring(0, Math.max(0, length - end.length()));
        int blank = cut.lastIndexOf(' ');
        return (Truth.of(a.get(1, "killwords", false)) || blank < 0 ? cut : cut.substring(0, blank)) + end;
    }

    static String urlencode(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> quote(Texts.str(e.getKey()), "") + "=" + quote(Texts.str(e.getValue()), ""))
                        .collect(Collectors.joining("&"));
            case null, default -> quote(Texts.str(value), "/");
        };
    }

    /** Percent-encoding that keeps the unreserved characters and those given. */
    static String quote(String text, String keep) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        return keep.contains("/") ? encoded.replace("%2F", "/") : encoded;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }

    static String search(String text, Arguments a) {
        Matcher matcher = pattern(a.text(0, "regex")).matcher(text);
        String group = matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : "";
        return group == null ? "None" : group;
    }

    static String regexReplace(String text, Arguments a) {
        return pattern(a.text(0, "regex"))
                .matcher(text)
                .replaceAll(a.text(1, "replacement").replaceAll("\\\\(\\d)", "\\$$1"));
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex.replace("(?P<", "(?<"));
        } catch (PatternSyntaxException e) {
            throw new ExpressionException("no regular expression");
        }
    }

    /** As pages may embed it: keys in order, and nothing that HTML would take for its own. */
    static String safeJson(@Nullable Object value) {
        return json(sorted(value))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027");
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var ordered = new TreeMap<String, @Nullable Object>();
            map.forEach((key, item) -> ordered.put(key instanceof String text ? text : Texts.str(key), sorted(item)));
            return ordered;
        }
        return value instanceof List<?> list
                ? list.stream().map(TextFilters::sorted).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }

    /** JSON with Python's spacing. */
    static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean flag -> flag.toString();
            case String text -> jsonString(text);
            case BigDecimal real -> Numbers.text(real.doubleValue());
            case Double real -> Numbers.text(real);
            case Number number -> number.toString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> json(e.getKey() instanceof String key ? key : Texts.str(e.getKey())) + ": "
                                + json(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(TextFilters::json).collect(Collectors.joining(", ", "[", "]"));
            case Tuple(List<@Nullable Object> items) -> json(items);
            default -> throw new ExpressionException.WrongType("the value has no JSON form");
        };
    }

    private static String jsonString(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < 0x20 || c > 0x7e ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
