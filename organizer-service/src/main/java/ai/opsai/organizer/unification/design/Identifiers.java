package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.lexicon.Plurals;
import ai.opsai.profile.Digests;
import ai.opsai.profile.NameWords;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * SQL identifiers made of names found in data: {@code [a-z][a-z0-9_]{0,62}}, nothing else ever. What does not fit is cut
 * and marked with a piece of its hash, so that two long names stay two.
 */
public final class Identifiers {

    private static final int LONGEST = 63;
    private static final int MARK = 8;

    private Identifiers() {}

    public static String of(String... names) {
        List<String> words = new ArrayList<>();
        for (String name : names) {
            NameWords.of(name).stream()
                    .map(Identifiers::plain)
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        }
        String identifier = String.join("_", words);
        if (identifier.isEmpty()) {
            identifier = "field_" + Digests.sha256(String.join(".", names)).substring(0, MARK);
        }
        if (!Character.isLetter(identifier.charAt(0))) {
            identifier = "f_" + identifier;
        }
        return fit(identifier, String.join(".", names));
    }

    /** The identifier with its last word in the singular: what one row of a table is called. */
    public static String singular(String identifier) {
        int cut = identifier.lastIndexOf('_') + 1;
        return identifier.substring(0, cut) + Plurals.singular(identifier.substring(cut));
    }

    /** The identifier with its last word in the plural. */
    public static String plural(String identifier) {
        int cut = identifier.lastIndexOf('_') + 1;
        return fit(identifier.substring(0, cut) + Plurals.plural(identifier.substring(cut)), identifier);
    }

    /** Parts that are identifiers already, joined and fitted. */
    public static String join(String left, String right) {
        return fit(left + "_" + right, left + "." + right);
    }

    /** The identifier, or the first of {@code identifier_2}, {@code identifier_3}, ... that is not taken. */
    public static String free(String identifier, Set<String> taken) {
        String free = identifier;
        for (int i = 2; taken.contains(free); i++) {
            String suffix = "_" + i;
            free = identifier.substring(0, Math.min(identifier.length(), LONGEST - suffix.length())) + suffix;
        }
        return free;
    }

    private static String fit(String identifier, String whole) {
        if (identifier.length() <= LONGEST) {
            return identifier;
        }
        return identifier.substring(0, LONGEST - MARK - 1) + "_"
                + Digests.sha256(whole).substring(0, MARK);
    }

    private static String plain(String word) {
        String folded = Normalizer.normalize(
                word.replace("ß", "ss").replace("ø", "o").replace("æ", "ae"), Normalizer.Form.NFKD);
        return folded.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
