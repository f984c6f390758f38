package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores pairs as Fellegi and Sunter do: the weights of all aspects that both records speak of, added to the odds that
 * any two records are one at all.
 */
public final class PairScorer {

    static final double MOST_CERTAIN = 0.9999;

    private final List<Comparison> comparisons;
    private final double prior;

    public PairScorer(Concept concept, Lexicon lexicon, List<Facts> records) {
        comparisons = Comparisons.of(concept, lexicon, records);
        Map<Object, Integer> sizes = new HashMap<>();
        records.forEach(record -> sizes.merge(record.stream(), 1, Integer::sum));
        int largest = sizes.values().stream().max(Integer::compare).orElse(1);
        prior = -Math.log(Math.max(20, largest));
    }

    public Pair score(Facts one, Facts other) {
        Facts left = one.compareTo(other) <= 0 ? one : other;
        Facts right = one.compareTo(other) <= 0 ? other : one;
        List<Evidence> evidence = new ArrayList<>();
        comparisons.forEach(comparison -> comparison.compare(left, right).ifPresent(evidence::add));
        double weight = prior + evidence.stream().mapToDouble(Evidence::weight).sum();
        double probability = 1 / (1 + Math.exp(-weight));
        return new Pair(left, right, Math.min(MOST_CERTAIN, probability), evidence);
    }
}
