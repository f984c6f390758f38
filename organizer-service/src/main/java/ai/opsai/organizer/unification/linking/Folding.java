package ai.opsai.organizer.unification.linking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings values that are written differently to one form. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /** Lower case, without accents. */
    static String fold(String text) {
        String simple = text.replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("æ", "ae");
        return MARKS.matcher(Normalizer.normalize(simple, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** The folded words and numbers of a text. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : APART.split(fold(text), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The folded words run together. */
    static String letters(String text) {
        return String.join("", words(text));
    }

    /** The last digits of a phone number: enough to tell numbers apart, without country and trunk prefixes. */
    static String phone(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.length() < 7) {
            return "";
        }
        return digits.length() > 9 ? digits.substring(digits.length() - 9) : digits;
    }

    /** The host of an address, without {@code www}. */
    static String host(String text) {
        String host = fold(text).replaceFirst("^[a-z]+://", "").replaceFirst("^www\\.", "");
        int end = host.indexOf('/');
        return end < 0 ? host : host.substring(0, end);
    }
}
