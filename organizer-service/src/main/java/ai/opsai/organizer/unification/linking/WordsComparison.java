package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.RecordId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Titles and names of things, by their words. Each shared word speaks for the pair as loudly as it is rare, codes (letters
 * with digits) loudest; words that only the shorter text has speak against it. Words of one text hang together, so that
 * each counts for less than it would alone.
 */
final class WordsComparison implements Comparison {

    private static final double SHARED = 0.6;
    private static final double ALONE_IN_SHORTER = 0.3;
    private static final double ALONE_IN_LONGER = 0.05;
    private static final double CODE = 1.3;
    private static final double SLIP = 0.8;
    private static final double WHOLE = 0.2;

    private final String field;
    private final double most;
    private final double against;
    private final Map<String, Integer> documents = new HashMap<>();
    private final Map<RecordId, Set<String>> words = new HashMap<>();

    /**
     * @param most the weight that no agreement exceeds
     * @param against the weight, below zero, that no difference exceeds
     * @param silent words that say nothing, such as legal forms of companies
     */
    WordsComparison(String field, double most, double against, Predicate<String> silent, List<Facts> records) {
        this.field = field;
        this.most = most;
        this.against = against;
        for (Facts record : records) {
            String value = record.value(field);
            if (value != null) {
                Set<String> own = new LinkedHashSet<>(Folding.words(value));
                if (!own.stream().allMatch(silent)) {
                    own.removeIf(silent);
                }
                words.put(record.id(), own);
                own.forEach(word -> documents.merge(word, 1, Integer::sum));
            }
        }
    }

    @Override
    public Optional<Evidence> compare(Facts left, Facts right) {
        Set<String> one = words.getOrDefault(left.id(), Set.of());
        Set<String> other = words.getOrDefault(right.id(), Set.of());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double weight = weight(one, other);
        String what = field.replace('_', ' ');
        if (one.equals(other)) {
            return Optional.of(new Evidence(Math.min(most, weight + most * WHOLE), "the same " + what));
        }
        return Optional.of(new Evidence(weight, (weight > 0 ? "a similar " : "a different ") + what));
    }

    private double weight(Set<String> one, Set<String> other) {
        Set<String> left = new LinkedHashSet<>(one);
        left.removeAll(other);
        Set<String> right = new LinkedHashSet<>(other);
        right.removeAll(one);
        double shared =
                one.stream().filter(other::contains).mapToDouble(this::rarity).sum() + slips(left, right);
        double alone = rarity(left);
        double otherAlone = rarity(right);
        double weight = SHARED * shared
                - ALONE_IN_SHORTER * Math.min(alone, otherAlone)
                - ALONE_IN_LONGER * Math.max(alone, otherAlone);
        return Math.clamp(weight, against, most);
    }

    /** Takes the words out of both sides that differ by a slip only, and gives what they say together. */
    private double slips(Set<String> left, Set<String> right) {
        double shared = 0;
        for (String word : new HashSet<>(left)) {
            Optional<String> near = right.stream()
                    .filter(other -> word.length() >= 4 && other.length() >= 4 && Strings.near(word, other))
                    .findFirst();
            if (near.isPresent()) {
                shared += SLIP * Math.min(rarity(word), rarity(near.get()));
                left.remove(word);
                right.remove(near.get());
            }
        }
        return shared;
    }

    private double rarity(Set<String> of) {
        return of.stream().mapToDouble(this::rarity).sum();
    }

    private double rarity(String word) {
        double rarity = Math.log((double) Math.max(2, words.size()) / documents.getOrDefault(word, 1));
        return isCode(word) ? CODE * rarity : rarity;
    }

    private static boolean isCode(String word) {
        return word.length() >= 4
                && word.chars().anyMatch(Character::isDigit)
                && word.chars().anyMatch(Character::isLetter);
    }
}
