package ai.opsai.organizer.unification.stream;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.RowsProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows of one provider entity over all connections, in an order that depends on their content alone. {@code complete}
 * means that no connection has rows that are not here.
 */
public record Stream(
        EntityKey key,
        List<Row> rows,
        RowsProfile profile,
        Map<UUID, RowsProfile> profiles,
        List<String> declaredKey,
        boolean complete) {

    public Stream {
        rows = List.copyOf(rows);
        profiles = Map.copyOf(profiles);
        declaredKey = List.copyOf(declaredKey);
    }

    /** True when the values never repeat within a connection and every row has one. */
    public boolean isKey(FieldPath path) {
        return profiles.values().stream()
                .allMatch(each -> each.rows() == 0
                        || (each.alwaysFilled(path) && each.at(path).isUnique()));
    }
}
