package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
            |(?<integer>0[bB][01]+|0[oO][0-7]+|0[xX][\\da-fA-F]+|0(?:_?0)*(?!\\d)|[1-9](?:_?\\d)*)\
            |(?<word>True|False|None)(?![\\w])\
            |(?<raw>[rR]?)(?<string>'''(?:[^'\\\\]|\\\\.|'(?!''))*+'''|\"""(?:[^"\\\\]|\\\\.|"(?!""))*+\"""\
            |'(?:[^'\\\\\\n]|\\\\.)*+'|"(?:[^"\\\\\\n]|\\\\.)*+")""", Pattern.DOTALL);

    private static final int MAX_DEPTH = 60;

    private final String text;
    private int at;
    private int depth;

    private Literals(String text) {
        this.text = text;
    }

    /** The value that the text spells; the text itself where it spells none. */
    static @Nullable Object valueOf(String text) {
        if (text.isEmpty() || isPlain(text)) {
            return text;
        }
        var reader = new Literals(text);
        try {
            reader.skipBlankLines();
            Object value = reader.top();
            reader.skipBlanks(true);
            return reader.at == text.length() ? value : text;
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
        skipBlanks(false);
        if (!peek(',')) {
            return first;
        }
        var items = new ArrayList<@Nullable Object>();
        items.add(first);
        while (skip(',')) {
            skipBlanks(false);
            if (at == text.length() || text.charAt(at) == '\n') {
                break;
            }
            items.add(value());
            skipBlanks(false);
        }
        return new Tuple(items);
    }

    private @Nullable Object value() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException("nested too deeply");
        }
        try {
            if (at >= text.length()) {
                throw new ExpressionException("end of text");
            }
            return switch (text.charAt(at)) {
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
        at++;
        skipBlanks(false);
        Object operand = value();
        if (!Numbers.isNumber(operand) || operand instanceof Boolean) {
            throw new ExpressionException("no number");
        }
        return negative ? Evaluator.negated(operand) : operand;
    }

    private @Nullable Object token() {
        if ("uU".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && "'\"".indexOf(text.charAt(at + 1)) >= 0) {
            at++;
        }
        Matcher matcher = TOKEN.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new ExpressionException("no literal");
        }
        at = matcher.end();
        if (matcher.group("string") != null) {
            return strings(matcher);
        }
        if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
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
        int end = at;
        skipBlanks(depth > 1);
        if (at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0) {
            return first + token();
        }
        at = end;
        return first;
    }

    private @Nullable Object parenthesised() {
        int commas = 0;
        at++;
        var items = new ArrayList<@Nullable Object>();
        skipBlanks(true);
        while (!skip(')')) {
            items.add(value());
            skipBlanks(true);
            if (skip(',')) {
                commas++;
                skipBlanks(true);
            } else if (!peek(')')) {
                throw new ExpressionException("no tuple");
            }
        }
        return items.size() == 1 && commas == 0 ? items.getFirst() : new Tuple(items);
    }

    private List<@Nullable Object> sequence(char close) {
        at++;
        var items = new ArrayList<@Nullable Object>();
        skipBlanks(true);
        while (!skip(close)) {
            items.add(value());
            separator(close);
        }
        return items;
    }

    private Object dict() {
        at++;
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        skipBlanks(true);
        while (!skip('}')) {
            Object key = value();
            skipBlanks(true);
            if (!skip(':') || key instanceof List<?> || key instanceof java.util.Map<?, ?>) {
                throw new ExpressionException("no dict");
            }
            skipBlanks(true);
            map.put(key, value());
            separator('}');
        }
        return map;
    }

    private void separator(char close) {
        skipBlanks(true);
        if (skip(',')) {
            skipBlanks(true);
        } else if (!peek(close)) {
            throw new ExpressionException("no separator");
        }
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean skip(char c) {
        boolean found = peek(c);
        if (found) {
            at++;
        }
        return found;
    }

    /** Blank lines may come first, but an indented line is no expression in Python. */
    private void skipBlankLines() {
        skipBlanks(false);
        while (at < text.length() && "\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void skipBlanks(boolean newlines) {
        while (at < text.length()
                && (" \t\f".indexOf(text.charAt(at)) >= 0 || (newlines && "\r\n".indexOf(text.charAt(at)) >= 0))) {
            at++;
        }
    }
}
