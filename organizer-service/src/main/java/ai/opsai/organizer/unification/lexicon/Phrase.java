package ai.opsai.organizer.unification.lexicon;

import ai.opsai.profile.NameWords;
import java.util.ArrayList;
import java.util.List;

/** The words of a name, compared in the singular. */
public record Phrase(List<String> words) {

    public Phrase {
        words = List.copyOf(words);
    }

    public static Phrase of(String name) {
        return new Phrase(NameWords.of(name));
    }

    /** The last word in the singular, the others as they are: what one of the things is called. */
    public Phrase singular() {
        if (words.isEmpty()) {
            return this;
        }
        List<String> singular = new ArrayList<>(words.subList(0, words.size() - 1));
        singular.add(Plurals.singular(words.getLast()));
        return new Phrase(singular);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public String last() {
        return words.isEmpty() ? "" : words.getLast();
    }

    public boolean endsWith(Phrase other) {
        int from = words.size() - other.words.size();
        return !other.isEmpty()
                && from >= 0
                && words.subList(from, words.size()).equals(other.words);
    }

    public boolean startsWith(Phrase other) {
        return !other.isEmpty()
                && words.size() >= other.words.size()
                && words.subList(0, other.words.size()).equals(other.words);
    }

    public Phrase withoutFirst(int count) {
        return new Phrase(words.subList(Math.min(count, words.size()), words.size()));
    }

    public Phrase withoutLast(int count) {
        return new Phrase(words.subList(0, Math.max(0, words.size() - count)));
    }

    /** The words run together, for names that were written without separators. */
    public String joined() {
        return String.join("", words);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
