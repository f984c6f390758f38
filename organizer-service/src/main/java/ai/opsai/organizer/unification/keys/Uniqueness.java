package ai.opsai.organizer.unification.keys;

import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.organizer.unification.stream.Stream;
import ai.opsai.profile.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether fields together tell all rows of a connection apart, with a value in each. */
final class Uniqueness {

    private Uniqueness() {}

    static boolean tellsApart(Stream stream, List<FieldPath> fields) {
        Set<List<String>> seen = new HashSet<>();
        for (Row row : stream.rows()) {
            List<String> key = new ArrayList<>();
            key.add(row.connectionId().toString());
            for (FieldPath field : fields) {
                String value = row.text(field);
                if (value == null) {
                    return false;
                }
                key.add(value);
            }
            if (!seen.add(key)) {
                return false;
            }
        }
        return true;
    }
}
