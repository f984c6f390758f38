package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.RecordId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Titles and names of things, by their words: rare words decide, and codes (letters with digits) most of all. */
final class WordsComparison implements Comparison {

    private final String field;
    private final double most;
    private final double against;
    private final Map<String, Integer> documents = new HashMap<>();
    private final Map<RecordId, Set<String>> words = new HashMap<>();

    WordsComparison(String field, double most, double against, Predicate<String> silent, List<Facts> records) {
        this.field = field;
        this.most = most;
        this.against = against;
        for (Facts record : records) {
            String value = record.value(field);
            if (value != null) {
                Set<String> own = new LinkedHashSet<>(Folding.words(value));
                own.removeIf(word -> silent.test(word) && Folding.words(value).size() > 1);
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
        double similarity = similarity(one, other);
        double weight = similarity >= 0.5 ? most * (similarity - 0.5) * 2 : against * (0.5 - similarity) * 2;
        String what = field.replace('_', ' ');
        String reason = similarity > 0.95
                ? "the same " + what
                : similarity >= 0.5 ? "a similar " + what : "a different " + what;
        return Optional.of(new Evidence(weight, reason));
    }

    /** The cosine over words weighted by rarity; a word that differs by a slip counts for most of itself. */
    private double similarity(Set<String> one, Set<String> other) {
        double shared = 0;
        for (String word : one) {
            double weight = rarity(word);
            if (other.contains(word)) {
                shared += weight * weight;
            } else if (word.length() >= 4) {
                for (String near : other) {
                    if (near.length() >= 4 && !one.contains(near) && Strings.near(word, near)) {
                        shared += 0.8 * weight * rarity(near);
                        break;
                    }
                }
            }
        }
        return Math.min(1, shared / Math.sqrt(norm(one) * norm(other)));
    }

    private double norm(Set<String> of) {
        double norm = 0;
        for (String word : of) {
            norm += rarity(word) * rarity(word);
        }
        return norm;
    }

    private double rarity(String word) {
        double rarity = Math.log(1 + words.size() / (double) documents.getOrDefault(word, 1));
        return isCode(word) ? 1.4 * rarity : rarity;
    }

    private static boolean isCode(String word) {
        return word.length() >= 4
                && word.chars().anyMatch(Character::isDigit)
                && word.chars().anyMatch(Character::isLetter);
    }
}
