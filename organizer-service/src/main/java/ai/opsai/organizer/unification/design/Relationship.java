package ai.opsai.organizer.unification.design;

import java.util.Comparator;
import java.util.List;

/** A column of one table that names rows of another. */
public record Relationship(
        String from,
        String field,
        String to,
        String toField,
        String status,
        double confidence,
        String basis,
        List<String> evidence)
        implements Comparable<Relationship> {

    private static final Comparator<Relationship> ORDER = Comparator.comparing(Relationship::from)
            .thenComparing(Relationship::field)
            .thenComparing(Relationship::to)
            .thenComparing(Relationship::toField);

    public Relationship {
        evidence = List.copyOf(evidence);
    }

    @Override
    public int compareTo(Relationship other) {
        return ORDER.compare(this, other);
    }
}
