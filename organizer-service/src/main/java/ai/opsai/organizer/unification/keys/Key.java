package ai.opsai.organizer.unification.keys;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.profile.FieldPath;
import java.util.List;
import java.util.Optional;

/** The key of a stream, with how it was found. No fields: the rows have no key of their own. */
public record Key(EntityKey entity, List<FieldPath> fields, double confidence, String basis, List<String> evidence) {

    public Key {
        fields = List.copyOf(fields);
        evidence = List.copyOf(evidence);
    }

    /** The one field of a simple key. */
    public Optional<FieldPath> single() {
        return fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty();
    }

    public boolean isKnown() {
        return !fields.isEmpty();
    }
}
