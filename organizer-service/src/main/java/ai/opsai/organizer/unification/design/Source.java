package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.profile.FieldPath;
import java.util.Comparator;

/** The field of a stream that a column takes its values from. */
public record Source(EntityKey entity, FieldPath path) implements Comparable<Source> {

    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::entity).thenComparing(Source::path);

    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }
}
