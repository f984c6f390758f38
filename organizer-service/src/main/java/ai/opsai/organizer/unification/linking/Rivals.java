package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.EntityKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs a pair against its rivals: of several records of one source that resemble a record, at most one can be it. A
 * pair that nothing else comes near gains, a pair with a better rival loses.
 */
final class Rivals {

    private static final double MOST_GAIN = 2.5;
    private static final double MOST_LOSS = 3;

    /** A record, seen from the source that its partners come from. */
    private record Side(Facts record, EntityKey from) {}

    private final Map<Side, List<Double>> weights = new HashMap<>();

    private Rivals(Collection<Pair> pairs) {
        for (Pair pair : pairs) {
            weights.computeIfAbsent(left(pair), _ -> new ArrayList<>()).add(weight(pair));
            weights.computeIfAbsent(right(pair), _ -> new ArrayList<>()).add(weight(pair));
        }
        weights.values().forEach(list -> list.sort(Comparator.reverseOrder()));
    }

    static List<Pair> weigh(Collection<Pair> pairs) {
        Rivals rivals = new Rivals(pairs);
        return pairs.stream().map(rivals::weigh).toList();
    }

    private static Side left(Pair pair) {
        return new Side(pair.left(), pair.right().stream());
    }

    private static Side right(Pair pair) {
        return new Side(pair.right(), pair.left().stream());
    }

    private Pair weigh(Pair pair) {
        if (pair.left().sameSource(pair.right())) {
            return pair;
        }
        double margin = weight(pair) - Math.max(best(left(pair), pair), best(right(pair), pair));
        double gain = Math.clamp(margin / 2, -MOST_LOSS, MOST_GAIN);
        List<Evidence> evidence = new ArrayList<>(pair.evidence());
        evidence.add(
                new Evidence(gain, gain > 0 ? "nothing else comes near" : "another record fits as well or better"));
        double probability = 1 / (1 + Math.exp(-(weight(pair) + gain)));
        return new Pair(pair.left(), pair.right(), Math.min(PairScorer.MOST_CERTAIN, probability), evidence);
    }

    /** The best weight of a rival; far below everything where there is none. */
    private double best(Side side, Pair pair) {
        List<Double> all = weights.getOrDefault(side, List.of());
        int rival = !all.isEmpty() && all.getFirst() == weight(pair) ? 1 : 0;
        return rival < all.size() ? all.get(rival) : -20;
    }

    private static double weight(Pair pair) {
        return Math.log(pair.probability() / (1 - pair.probability()));
    }
}
