package ai.opsai.organizer.unification.lexicon;

import java.util.Map;
import java.util.Set;

/** English plurals, well enough for names of tables. */
public final class Plurals {

    private static final Map<String, String> IRREGULAR = Map.of(
            "people",
            "person",
            "children",
            "child",
            "men",
            "man",
            "women",
            "woman",
            "statuses",
            "status",
            "addresses",
            "address",
            "indices",
            "index",
            "series",
            "series",
            "news",
            "news",
            "media",
            "media");
    private static final Set<String> SINGULAR_ENDS = Set.of("ss", "us", "is");

    private Plurals() {}

    public static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4
                && (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes"))) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && SINGULAR_ENDS.stream().noneMatch(word::endsWith);
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    public static String plural(String word) {
        if (word.equals("person")) {
            return "people";
        }
        if (!singular(word).equals(word) || word.equals("people")) {
            return word;
        }
        if (word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean sibilant = word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
        return word + (sibilant ? "es" : "s");
    }
}
