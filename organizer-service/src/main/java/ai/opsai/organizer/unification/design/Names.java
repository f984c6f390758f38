package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.organizer.unification.shape.StreamShape;
import ai.opsai.profile.FieldPath;
import java.util.List;
import java.util.Set;

/** The names that tables and columns get before collisions are settled. */
final class Names {

    private static final Set<String> ENVELOPES = Set.of("properties", "attributes", "fields", "data", "record");

    private Names() {}

    static String table(EntityKey entity) {
        return Identifiers.of(entity.provider(), entity.entity());
    }

    /** The keys below the base, an envelope around most fields left out. */
    static String column(StreamShape shape, FieldPath base, FieldPath path) {
        List<String> keys = path.below(base).keys();
        boolean enveloped = keys.size() > 1 && base.isRoot() && isEnvelope(shape, FieldPath.of(keys.getFirst()));
        return Identifiers.of((enveloped ? keys.subList(1, keys.size()) : keys).toArray(String[]::new));
    }

    /** An object that holds most of a row's fields under a name that says nothing. */
    static boolean isEnvelope(StreamShape shape, FieldPath path) {
        if (shape.at(path) != Shape.OBJECT || !ENVELOPES.contains(path.name())) {
            return false;
        }
        return shape.children(path).size() * 2 >= shape.children(FieldPath.ROOT).size();
    }
}
