package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.List;

/** A stretch of template source: text, or the inside of one pair of delimiters. */
record Fragment(Kind kind, String source) {

    enum Kind {
        TEXT,
        OUTPUT,
        STATEMENT
    }

    /** Cuts a template; comments vanish, and a minus beside a delimiter eats the blanks on that side. */
    static List<Fragment> cut(String template) {
        // One newline at the end is not part of a template.
        String source = template.endsWith("\n") ? template.substring(0, template.length() - 1) : template;
        var fragments = new ArrayList<Fragment>();
        int at = 0;
        boolean strip = false;
        while (at <= source.length()) {
            int open = opening(source, at);
            String text = source.substring(at, open);
            text = strip ? text.stripLeading() : text;
            if (open == source.length()) {
                add(fragments, text);
                break;
            }
            char kind = source.charAt(open + 1);
            int close = kind == '#' ? comment(source, open) : closing(source, open + 2, kind == '{' ? '}' : '%');
            boolean left = open + 2 < source.length() && source.charAt(open + 2) == '-';
            add(fragments, left ? text.stripTrailing() : text);
            strip = source.charAt(close - 1) == '-' && close - 1 > open + 1;
            boolean plus = source.charAt(open + 2) == '+' && kind != '#';
            int from = open + (left || (plus && kind == '%') ? 3 : 2);
            String inner = source.substring(from, Math.max(from, strip ? close - 1 : close));
            if (kind == '{') {
                fragments.add(new Fragment(Kind.OUTPUT, inner));
            } else if (kind == '%') {
                fragments.add(new Fragment(Kind.STATEMENT, inner));
            }
            at = close + 2;
        }
        return fragments;
    }

    private static void add(List<Fragment> fragments, String text) {
        if (!text.isEmpty()) {
            fragments.add(new Fragment(Kind.TEXT, text));
        }
    }

    private static int opening(String source, int from) {
        for (int i = from; i + 1 < source.length(); i++) {
            if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return source.length();
    }

    private static int comment(String source, int open) {
        int close = source.indexOf("#}", open + 2);
        if (close < 0) {
            throw new ExpressionException("comment is not closed");
        }
        return close;
    }

    /** The delimiter that closes; those inside strings, and braces inside brackets, don't. */
    private static int closing(String source, int from, char first) {
        int depth = 0;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean delimiter = c == first && i + 1 < source.length() && source.charAt(i + 1) == '}';
            if (delimiter && depth == 0) {
                return i;
            }
            if (c == '\'' || c == '"') {
                i = stringEnd(source, i);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
        }
        throw new ExpressionException("expression is not closed");
    }

    private static int stringEnd(String source, int open) {
        int i = open + 1;
        while (i < source.length() && source.charAt(i) != source.charAt(open)) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
