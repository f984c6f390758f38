package ai.opsai.sampler.expression;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cursor over text that may be a Python literal. */
final class LiteralText {

    private final String text;
    private int at;

    LiteralText(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean atNewline() {
        return peek('\n');
    }

    /** The next character; a text that ends here is no literal. */
    char current() {
        if (atEnd()) {
            throw new ExpressionException("end of text");
        }
        return text.charAt(at);
    }

    void next() {
        at++;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** What the pattern finds right here, stepped over. */
    Optional<Matcher> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    boolean atQuote() {
        return peek('\'') || peek('"');
    }

    /** A prefix of a string that changes nothing. */
    void skipUnicodePrefix() {
        boolean prefix = peek('u') || peek('U');
        if (prefix && at + 1 < text.length() && "'\"".indexOf(text.charAt(at + 1)) >= 0) {
            at++;
        }
    }

    boolean atWord() {
        return !atEnd() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean skip(char c) {
        boolean found = peek(c);
        if (found) {
            at++;
        }
        return found;
    }

    /** Blank lines may come first, but an indented line is no expression in Python. */
    void skipBlankLines() {
        skipBlanks(false);
        while (at < text.length() && "\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    void skipBlanks(boolean newlines) {
        while (at < text.length()
                && (" \t\f".indexOf(text.charAt(at)) >= 0 || (newlines && "\r\n".indexOf(text.charAt(at)) >= 0))) {
            at++;
        }
    }
}
