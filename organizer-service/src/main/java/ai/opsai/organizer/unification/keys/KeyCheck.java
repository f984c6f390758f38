package ai.opsai.organizer.unification.keys;

import ai.opsai.organizer.unification.stream.Stream;
import ai.opsai.profile.FieldPath;
import java.util.List;

/** The check that every key must pass, whoever proposed it: a value in every row, and no two rows alike. */
public final class KeyCheck {

    private KeyCheck() {}

    public static boolean holds(Stream stream, List<FieldPath> fields) {
        return !fields.isEmpty()
                && fields.stream().allMatch(field -> stream.profile().at(field).filled() > 0)
                && Uniqueness.tellsApart(stream, fields);
    }
}
