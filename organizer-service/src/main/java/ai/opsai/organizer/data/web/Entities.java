package ai.opsai.organizer.data.web;

import ai.opsai.organizer.data.RowCursor;
import ai.opsai.organizer.data.RowReader;
import ai.opsai.organizer.data.StoredRow;
import ai.opsai.organizer.schema.Schemas;
import ai.opsai.organizer.schema.StoredSchema;
import ai.opsai.organizer.unification.OrganizedRow;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of the entities that the latest schema has; anything else is answered with the reason. */
@Component
final class Entities {

    private final Schemas schemas;
    private final RowReader rows;

    Entities(Schemas schemas, RowReader rows) {
        this.schemas = schemas;
        this.rows = rows;
    }

    List<StoredRow> after(@Nullable RowCursor cursor, String type, @Nullable UUID connection, int limit) {
        requireKnown(type);
        return rows.after(cursor, type, connection, limit);
    }

    /** A retired unified id answers with its survivor. */
    StoredRow one(String type, String id, @Nullable UUID connection) {
        requireKnown(type);
        List<StoredRow> found = rows.withId(type, id, connection);
        if (found.isEmpty()) {
            found = rows.survivorOf(id)
                    .map(survivor -> rows.withId(type, survivor, connection))
                    .orElse(found);
        }
        return switch (found.size()) {
            case 0 -> throw unknown("No row of " + type + " has this id.");
            case 1 -> found.getFirst();
            default ->
                throw new ProblemException(
                        ProblemCode.AMBIGUOUS_ENTITY,
                        "Several connections have a row with this id; choose one with connectionId.");
        };
    }

    static RowCursor behind(StoredRow row) {
        UUID connection = row.connectionId();
        return new RowCursor(row.entityId(), connection == null ? OrganizedRow.NO_CONNECTION : connection);
    }

    private void requireKnown(String type) {
        StoredSchema schema = schemas.latest()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NO_SCHEMA, "Nothing was organized yet: connect a provider and organize first."));
        if (!schema.entities().has(type)) {
            throw unknown("The schema has no entity of this name.");
        }
    }

    private static ProblemException unknown(String detail) {
        return new ProblemException(ProblemCode.UNKNOWN_ENTITY, detail);
    }
}
