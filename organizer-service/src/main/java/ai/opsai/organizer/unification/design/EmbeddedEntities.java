package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.profile.FieldPath;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of objects with an id inside rows: copies of a sampled entity leave only their id, others get a table of
 * their own, shared by all places where the same entity lies. Places in neither map are flattened.
 */
record EmbeddedEntities(Map<Place, EntityKey> copies, Map<Place, String> tables) {

    /** Where embedded objects lie: a path in the rows of a stream. */
    record Place(EntityKey entity, FieldPath path) {}

    EmbeddedEntities {
        copies = Map.copyOf(copies);
        tables = Map.copyOf(tables);
    }

    boolean isCopy(EntityKey entity, FieldPath path) {
        return copies.containsKey(new Place(entity, path));
    }

    Optional<String> tableOf(EntityKey entity, FieldPath path) {
        return Optional.ofNullable(tables.get(new Place(entity, path)));
    }
}
