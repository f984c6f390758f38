package ai.opsai.organizer.model;

import java.util.regex.Pattern;

/**
 * Takes out of texts what a model must not see. Of a value only its shape is left; of a name only what a person can read
 * in it. So neither personal data nor secrets nor hidden instructions get into a prompt.
 */
final class Masks {

    private static final int LONGEST_SHAPE = 24;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\x{FE00}-\\x{FE0F}]");
    // What stands in a path as a key may itself be data: an address, a number, an id.
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N} _$-]{0,62}");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{5,}");

    private Masks() {}

    /** {@code Ann-42} becomes {@code Aaa-99}; long values are cut. */
    static String shape(String value) {
        StringBuilder shape = new StringBuilder();
        value.codePoints().limit(LONGEST_SHAPE).forEach(c -> shape.appendCodePoint(shape(c)));
        return value.codePointCount(0, value.length()) > LONGEST_SHAPE ? shape + "…" : shape.toString();
    }

    /** Whether this is the name of a field, and not itself data. */
    static boolean isName(String key) {
        return NAME.matcher(key).matches() && !DIGITS.matcher(key).find();
    }

    static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    private static int shape(int c) {
        if (Character.isUpperCase(c)) {
            return 'A';
        }
        if (Character.isLetter(c)) {
            return 'a';
        }
        if (Character.isDigit(c)) {
            return '9';
        }
        return c < 128 && c >= ' ' ? c : '?';
    }
}
