package ai.opsai.organizer.unification.concepts;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stream as one that tells of a concept: which of its fields say what, by canonical name. */
public record ConceptStream(Concept concept, TypedStream stream, SortedMap<String, NamedField> fields, String reason) {

    /** A field with the certainty that its canonical name is right. */
    public record NamedField(FieldPath path, double certainty) {}

    public ConceptStream {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public EntityKey entity() {
        return stream.entity();
    }

    public Optional<FieldPath> path(String canonical) {
        return Optional.ofNullable(fields.get(canonical)).map(NamedField::path);
    }

    public boolean has(String canonical) {
        return fields.containsKey(canonical);
    }
}
