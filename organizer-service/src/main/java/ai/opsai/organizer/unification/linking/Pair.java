package ai.opsai.organizer.unification.linking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

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

    /** What speaks for and what against it, in one sentence. */
    public String summary() {
        String agreeing = evidence.stream()
                .filter(each -> each.weight() > 0)
                .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
                .map(Evidence::reason)
                .collect(Collectors.joining(", "));
        String differing = evidence.stream()
                .filter(each -> each.weight() <= 0)
                .sorted(Comparator.comparingDouble(Evidence::weight))
                .map(Evidence::reason)
                .collect(Collectors.joining(", "));
        if (differing.isEmpty()) {
            return agreeing;
        }
        return agreeing.isEmpty() ? differing : agreeing + ", but " + differing;
    }

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
