package ai.opsai.organizer.unification.linking;

import java.util.Comparator;
import java.util.List;

/** Two records and how likely they are one, with every reason for and against it. The smaller id stands left. */
public record Pair(Facts left, Facts right, double probability, List<Evidence> evidence) implements Comparable<Pair> {

    private static final Comparator<Pair> ORDER = Comparator.comparingDouble(Pair::probability)
            .reversed()
            .thenComparing(Pair::left)
            .thenComparing(Pair::right);

    public Pair {
        evidence = List.copyOf(evidence);
    }

    public List<String> reasons() {
        return evidence.stream().map(Evidence::reason).toList();
    }

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
