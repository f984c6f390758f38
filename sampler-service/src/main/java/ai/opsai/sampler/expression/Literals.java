package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Python's literal evaluation: rendered text that spells a number, a string, a list, a dict or a constant becomes that
 * value, anything else stays text.
 */
final class Literals {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<number>\\d(?:_?\\d)*\\.(?:\\d(?:_?\\d)*)?(?:[eE][+-]?\\d+)?|\\.\\d(?:_?\\d)*(?:[eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+)\
            |(?<integer>0[bB][01]+|0[oO][0-7]+|0[xX][\\da-fA-F]+|0(?:_?0)*(?!\\d)|(?![\\d_]*__)[1-9][\\d_]*+(?<!_))\
            |(?<word>True|False|None)(?![\\w])\
            |(?<raw>[rR]?)(?<string>'''(?:[^'\\\\]|\\\\.|'(?!''))*+'''|\"""(?:[^"\\\\]|\\\\.|"(?!""))*+\"""\
            |'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'|"[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+")\
            """, Pattern.DOTALL);

    private static final int MAX_DEPTH = 60;

    private final LiteralText text;
    private int depth;

    private Literals(String text) {
        this.text = new LiteralText(text);
    }

    /** The value that the text spells; the text itself where it spells none. */
    static @Nullable Object valueOf(String text) {
        if (text.isEmpty() || isPlain(text)) {
            return text;
        }
        var reader = new Literals(text);
        try {
            reader.text.skipBlankLines();
            Object value = reader.top();
            reader.text.skipBlanks(true);
            return reader.text.atEnd() ? value : text;
        } catch (ExpressionException | NumberFormatException e) {
            return text;
        }
    }

    /** Most rendered texts are words and paths: their first letter says that they are no literal. */
    private static boolean isPlain(String text) {
        char first = text.charAt(0);
        boolean constant = text.startsWith("True") || text.startsWith("False") || text.startsWith("None");
        boolean prefixed = text.length() > 1 && "rRuU".indexOf(first) >= 0 && "'\"".indexOf(text.charAt(1)) >= 0;
        return (Character.isLetter(first) && !constant && !prefixed) || first == '/';
    }

    private @Nullable Object top() {
        Object first = value();
        text.skipBlanks(false);
        if (!text.peek(',')) {
            return first;
        }
        var items = new ArrayList<@Nullable Object>();
        items.add(first);
        while (text.skip(',')) {
            text.skipBlanks(false);
            if (text.atEnd() || text.atNewline()) {
                break;
            }
            items.add(value());
            text.skipBlanks(false);
        }
        return new Tuple(items);
    }

    private @Nullable Object value() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException("nested too deeply");
        }
        try {
            return switch (text.current()) {
                case '[' -> sequence(']');
                case '(' -> parenthesised();
                case '{' -> dict();
                case '-' -> signed(true);
                case '+' -> signed(false);
                default -> token();
            };
        } finally {
            depth--;
        }
    }

    private @Nullable Object signed(boolean negative) {
        text.next();
        text.skipBlanks(false);
        Object operand = value();
        if (!Numbers.isNumber(operand) || operand instanceof Boolean) {
            throw new ExpressionException("no number");
        }
        return negative ? Evaluator.negated(operand) : operand;
    }

    private @Nullable Object token() {
        text.skipUnicodePrefix();
        Matcher matcher = text.match(TOKEN).orElseThrow(() -> new ExpressionException("no literal"));
        if (matcher.group("string") != null) {
            return strings(matcher);
        }
        if (text.atWord()) {
            throw new ExpressionException("no literal");
        }
        if (matcher.group("number") != null) {
            return Double.valueOf(matcher.group().replace("_", ""));
        }
        if (matcher.group("integer") != null) {
            return Numbers.integer(matcher.group());
        }
        return switch (matcher.group()) {
            case "True" -> true;
            case "False" -> false;
            default -> null;
        };
    }

    private String strings(Matcher matcher) {
        String quoted = matcher.group("string");
        int quotes = quoted.startsWith("'''") || quoted.startsWith("\"\"\"") ? 3 : 1;
        String inner = quoted.substring(quotes, quoted.length() - quotes);
        String first = matcher.group("raw").isEmpty() ? Escapes.unescape(inner) : inner;
        int end = text.position();
        text.skipBlanks(depth > 1);
        if (text.atQuote()) {
            return first + token();
        }
        text.back(end);
        return first;
    }

    private @Nullable Object parenthesised() {
        int commas = 0;
        text.next();
        var items = new ArrayList<@Nullable Object>();
        text.skipBlanks(true);
        while (!text.skip(')')) {
            items.add(value());
            text.skipBlanks(true);
            if (text.skip(',')) {
                commas++;
                text.skipBlanks(true);
            } else if (!text.peek(')')) {
                throw new ExpressionException("no tuple");
            }
        }
        return items.size() == 1 && commas == 0 ? items.getFirst() : new Tuple(items);
    }

    private List<@Nullable Object> sequence(char close) {
        text.next();
        var items = new ArrayList<@Nullable Object>();
        text.skipBlanks(true);
        while (!text.skip(close)) {
            items.add(value());
            separator(close);
        }
        return items;
    }

    private Object dict() {
        text.next();
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        text.skipBlanks(true);
        while (!text.skip('}')) {
            Object key = value();
            text.skipBlanks(true);
            if (!text.skip(':') || key instanceof List<?> || key instanceof Map<?, ?>) {
                throw new ExpressionException("no dict");
            }
            text.skipBlanks(true);
            map.put(key, value());
            separator('}');
        }
        return map;
    }

    private void separator(char close) {
        text.skipBlanks(true);
        if (text.skip(',')) {
            text.skipBlanks(true);
        } else if (!text.peek(close)) {
            throw new ExpressionException("no separator");
        }
    }
}
