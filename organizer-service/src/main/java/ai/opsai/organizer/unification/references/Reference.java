package ai.opsai.organizer.unification.references;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.profile.FieldPath;
import java.util.Comparator;
import java.util.List;

/** A field that names records of an entity by one of its fields, with the reasons for and against it. */
public record Reference(
        EntityKey from,
        FieldPath path,
        EntityKey to,
        FieldPath toPath,
        double confidence,
        Status status,
        String basis,
        String by,
        List<String> evidence)
        implements Comparable<Reference> {

    private static final Comparator<Reference> ORDER = Comparator.comparing(Reference::from)
            .thenComparing(Reference::path)
            .thenComparing(Reference::to)
            .thenComparing(Reference::toPath);

    /** Confirmed ones may be used, suggested ones are shown, rejected ones are kept with their reasons. */
    public enum Status {
        CONFIRMED,
        SUGGESTED,
        REJECTED;

        static Status of(double confidence) {
            if (confidence >= 0.9) {
                return CONFIRMED;
            }
            return confidence >= 0.5 ? SUGGESTED : REJECTED;
        }
    }

    public Reference {
        evidence = List.copyOf(evidence);
    }

    public boolean isUsable() {
        return status != Status.REJECTED;
    }

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }
}
