package ai.opsai.organizer.unification.references;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.ValueProfile;
import java.util.Set;

/** A field that others may refer to: the key of an entity, or its address. */
record Target(TypedStream stream, FieldPath path, ValueProfile values, Form form, boolean address) {

    static Target key(TypedStream stream, FieldPath path) {
        return of(stream, path, false);
    }

    static Target address(TypedStream stream, FieldPath path) {
        return of(stream, path, true);
    }

    private static Target of(TypedStream stream, FieldPath path, boolean address) {
        ValueProfile values = stream.shape().values(path);
        return new Target(stream, path, values, Form.of(values), address);
    }

    EntityKey entity() {
        return stream.entity();
    }

    Phrase name() {
        return Phrase.of(entity().entity()).singular();
    }

    Set<String> keys() {
        return values.distinct().values();
    }
}
