package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the inside of one pair of braces into tokens. */
final class Lexer {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<space>\\s+)\
            |(?<float>(?:\\d+_)*\\d+(?:(?:\\.(?:\\d+_)*\\d+)?[eE][+-]?(?:\\d+_)*\\d+|\\.(?:\\d+_)*\\d+))\
            |(?<integer>0[bB][01]+|0[oO][0-7]+|0[xX][\\da-fA-F]+|(?!\\d[\\d_]*__)\\d[\\d_]*+(?<!_))\
            |(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)\
            |(?<string>'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+")\
            |(?<operator>\\*\\*|//|==|!=|<=|>=|[-+*/%~()\\[\\]{},:.|<>=])\
            """, Pattern.DOTALL);

    private Lexer() {}

    static List<Token> tokens(String source) {
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ExpressionException("unexpected character at " + at);
            }
            add(matcher, tokens);
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "", at));
        return tokens;
    }

    private static void add(Matcher matcher, List<Token> tokens) {
        String text = matcher.group();
        int at = matcher.start();
        if (matcher.group("float") != null) {
            boolean member = !tokens.isEmpty() && tokens.getLast().is(".");
            tokens.add(new Token(member ? Token.Kind.INTEGER : Token.Kind.FLOAT, text, at));
        } else if (matcher.group("integer") != null) {
            tokens.add(new Token(Token.Kind.INTEGER, text, at));
        } else if (matcher.group("name") != null) {
            tokens.add(new Token(Token.Kind.NAME, text, at));
        } else if (matcher.group("string") != null) {
            tokens.add(new Token(Token.Kind.STRING, Escapes.unescape(text.substring(1, text.length() - 1)), at));
        } else if (matcher.group("operator") != null) {
            tokens.add(new Token(Token.Kind.OPERATOR, text, at));
        }
    }
}
