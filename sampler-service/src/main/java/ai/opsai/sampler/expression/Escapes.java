package ai.opsai.sampler.expression;

import java.util.HexFormat;

/** Python's backslash escapes in string literals. An unknown escape stays as written. */
final class Escapes {

    private Escapes() {}

    static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var out = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c != '\\' || at + 1 == raw.length()) {
                out.append(c);
                at++;
            } else {
                at = escape(raw, at + 1, out);
            }
        }
        return out.toString();
    }

    private static int escape(String raw, int at, StringBuilder out) {
        char c = raw.charAt(at);
        int simple = "abfnrtv\\'\"".indexOf(c);
        if (simple >= 0) {
            out.append("\007\b\f\n\r\t\013\\'\"".charAt(simple));
            return at + 1;
        }
        return switch (c) {
            case '\n' -> at + 1;
            case 'x' -> hex(raw, at + 1, 2, out);
            case 'u' -> hex(raw, at + 1, 4, out);
            case 'U' -> hex(raw, at + 1, 8, out);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(raw, at, out);
            default -> {
                out.append('\\').append(c);
                yield at + 1;
            }
        };
    }

    private static int hex(String raw, int at, int digits, StringBuilder out) {
        if (at + digits > raw.length()) {
            throw new ExpressionException("truncated escape");
        }
        try {
            out.appendCodePoint(HexFormat.fromHexDigits(raw, at, at + digits));
        } catch (IllegalArgumentException e) {
            throw new ExpressionException("illegal escape");
        }
        return at + digits;
    }

    private static int octal(String raw, int at, StringBuilder out) {
        int end = at;
        int value = 0;
        while (end < raw.length() && end < at + 3 && raw.charAt(end) >= '0' && raw.charAt(end) <= '7') {
            value = value * 8 + raw.charAt(end++) - '0';
        }
        out.appendCodePoint(value);
        return end;
    }
}
