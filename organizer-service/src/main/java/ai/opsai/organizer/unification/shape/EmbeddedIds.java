package ai.opsai.organizer.unification.shape;

import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.RowsProfile;
import ai.opsai.profile.ValueProfile;
import java.util.List;
import java.util.Optional;

/** Finds the id by which an embedded object is known. An object without one is only a group of attributes. */
final class EmbeddedIds {

    private static final List<String> NAMES = List.of("id", "Id", "ID", "_id", "uuid", "guid", "gid");

    private EmbeddedIds() {}

    static Optional<FieldPath> idOf(RowsProfile profile, FieldPath object) {
        return NAMES.stream()
                .map(object::child)
                .filter(id -> isId(profile, object, id))
                .findFirst();
    }

    private static boolean isId(RowsProfile profile, FieldPath object, FieldPath id) {
        ValueProfile values = profile.at(id);
        long objects = profile.at(object).count(JsonKind.OBJECT);
        return values.scalars() > 0
                && values.scalars() == values.filled()
                && values.count(JsonKind.DECIMAL) + values.count(JsonKind.BOOLEAN) == 0
                && values.filled() * 2 > objects
                && profile.children(object).size() > 1;
    }
}
