package ai.opsai.organizer.schema;

import org.jspecify.annotations.Nullable;

/** One difference between two designs; {@code breaking} when a query that worked would fail or answer otherwise. */
public record SchemaChange(
        String kind,
        String entity,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after,
        boolean breaking,
        String message) {

    static SchemaChange ofEntity(String kind, String entity, boolean breaking, String message) {
        return new SchemaChange(kind, entity, null, null, null, breaking, message);
    }

    static SchemaChange ofField(String kind, String entity, String field, boolean breaking, String message) {
        return new SchemaChange(kind, entity, field, null, null, breaking, message);
    }
}
