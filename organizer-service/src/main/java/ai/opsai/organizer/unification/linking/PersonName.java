package ai.opsai.organizer.unification.linking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's name in folded form. Either part may be empty. */
record PersonName(String given, String family) {

    static @Nullable PersonName of(@Nullable String first, @Nullable String last, @Nullable String whole) {
        if (first != null || last != null) {
            return new PersonName(joined(first), joined(last));
        }
        if (whole == null) {
            return null;
        }
        List<String> words = whole.contains(",") ? turned(whole) : Folding.words(whole);
        if (words.isEmpty()) {
            return null;
        }
        return words.size() == 1
                ? new PersonName("", words.getFirst())
                : new PersonName(words.getFirst(), String.join(" ", words.subList(1, words.size())));
    }

    private static List<String> turned(String whole) {
        int comma = whole.indexOf(',');
        return Folding.words(whole.substring(comma + 1) + " " + whole.substring(0, comma));
    }

    private static String joined(@Nullable String text) {
        return text == null ? "" : String.join(" ", Folding.words(text));
    }

    boolean isComplete() {
        return !given.isEmpty() && !family.isEmpty();
    }
}
