package ai.opsai.organizer.unification.proposal;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.Proposal.Column;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import java.util.Map;
import java.util.Optional;

/** Finds what a proposal names among what there is. A model's text never becomes a path, it only selects one. */
final class Paths {

    private Paths() {}

    static Optional<TypedStream> stream(Map<EntityKey, TypedStream> streams, Column column) {
        return Optional.ofNullable(streams.get(new EntityKey(column.provider(), column.entity())));
    }

    static Optional<FieldPath> path(TypedStream stream, String text) {
        return stream.shape().paths().stream()
                .filter(path -> path.toString().equals(text))
                .findFirst();
    }
}
