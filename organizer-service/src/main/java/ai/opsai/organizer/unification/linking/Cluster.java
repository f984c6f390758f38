package ai.opsai.organizer.unification.linking;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Records that are one thing. {@code probability} is that of the weakest link that holds it together. */
public record Cluster(SortedSet<Facts> members, double probability, List<String> evidence, boolean byUser) {

    public Cluster {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        evidence = List.copyOf(evidence);
    }

    static Cluster of(Facts record) {
        return new Cluster(new TreeSet<>(List.of(record)), 1, List.of(), false);
    }
}
