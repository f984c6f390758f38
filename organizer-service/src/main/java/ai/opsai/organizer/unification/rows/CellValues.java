package ai.opsai.organizer.unification.rows;

import ai.opsai.organizer.unification.Values;
import ai.opsai.organizer.unification.design.Column;
import ai.opsai.organizer.unification.design.SqlType;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Scalars;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes the value of a column out of JSON, in a form that the column's type accepts. */
final class CellValues {

    private CellValues() {}

    /** The value, or null when there is none; blank text in a typed column is none. */
    static @Nullable JsonNode of(JsonNode from, Column column) {
        for (FieldPath path : column.paths()) {
            JsonNode value = Values.one(from, path);
            JsonNode cell = value == null ? null : cell(value, column.type());
            if (cell != null) {
                return cell;
            }
        }
        return null;
    }

    private static @Nullable JsonNode cell(JsonNode value, SqlType type) {
        return switch (type) {
            case JSONB -> value;
            case VARCHAR, TEXT -> text(value);
            case UUID, BIGINT, NUMERIC, BOOLEAN, DATE, TIMESTAMPTZ ->
                value.isContainer() || (value.isString() && value.stringValue().isBlank()) ? null : value;
        };
    }

    private static @Nullable JsonNode text(JsonNode value) {
        if (value.isContainer()) {
            return null;
        }
        return value.isString() ? value : JsonNodeFactory.instance.stringNode(Scalars.text(value));
    }
}
