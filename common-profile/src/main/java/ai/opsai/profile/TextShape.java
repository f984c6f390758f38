package ai.opsai.profile;

/**
 * The shape of a text in classes of characters: {@code AB-2041} is {@code A+-9999}. A run of letters is one sign and a
 * plus; digits are counted up to ten, since dates, codes and numbers of cards differ by them.
 */
final class TextShape {

    static final int LONGEST = 64;
    private static final int COUNTED = 10;

    private TextShape() {}

    static String of(String text) {
        if (text.length() > LONGEST) {
            return "…";
        }
        StringBuilder shape = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            char sign = sign(text.charAt(start));
            int end = start + 1;
            while (end < text.length() && sign(text.charAt(end)) == sign && sign != 0) {
                end++;
            }
            append(shape, sign == 0 ? text.charAt(start) : sign, end - start);
            start = end;
        }
        return shape.toString();
    }

    private static void append(StringBuilder shape, char sign, int length) {
        boolean counted = sign == '9' && length <= COUNTED;
        shape.repeat(sign, counted ? length : 1);
        if (!counted && length > 1) {
            shape.append('+');
        }
    }

    /** 0 for what stands for itself. */
    private static char sign(char c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (Character.isUpperCase(c)) {
            return 'A';
        }
        if (Character.isLetter(c) || Character.isSurrogate(c)) {
            return 'a';
        }
        return Character.isWhitespace(c) ? ' ' : 0;
    }
}
