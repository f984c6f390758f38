package ai.opsai.organizer.unification.rows;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.OrganizedRow;
import ai.opsai.organizer.unification.Values;
import ai.opsai.organizer.unification.design.Column;
import ai.opsai.organizer.unification.design.Table;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills the tables of the providers. */
public final class ProviderRows {

    private final Map<EntityKey, TypedStream> streams;

    public ProviderRows(Map<EntityKey, TypedStream> streams) {
        this.streams = Map.copyOf(streams);
    }

    public List<OrganizedRow> of(Table table) {
        List<OrganizedRow> rows = new ArrayList<>();
        for (Table.Origin origin : table.origins()) {
            TypedStream stream = streams.get(origin.entity());
            if (stream != null) {
                stream.stream().rows().forEach(row -> fill(table, origin.base(), stream, row, rows));
            }
        }
        return table.kind() == Table.Kind.EMBEDDED ? merged(rows) : rows;
    }

    private static void fill(Table table, FieldPath base, TypedStream stream, Row row, List<OrganizedRow> rows) {
        String rowKey = RowKeys.of(stream, row);
        List<JsonNode> places = Values.at(row.json(), base);
        for (int position = 0; position < places.size(); position++) {
            ObjectNode data = data(table, stream, row, places.get(position), position);
            String id = switch (table.kind()) {
                case ENTITY, UNIFIED -> rowKey;
                case CHILD -> rowKey + "/" + position;
                case EMBEDDED -> embeddedId(table, data);
            };
            if (id != null) {
                ObjectNode provenance = Provenance.of(RowKeys.record(stream, row), row.sampleVersion());
                rows.add(new OrganizedRow(table.name(), row.connectionId(), id, data, provenance));
            }
        }
    }

    private static @Nullable String embeddedId(Table table, ObjectNode data) {
        JsonNode id = data.get(table.primary().getFirst().name());
        return id == null ? null : Scalars.text(id);
    }

    private static ObjectNode data(Table table, TypedStream stream, Row row, JsonNode place, int position) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Column column : table.columns()) {
            JsonNode cell = switch (column.kind()) {
                case VALUE -> CellValues.of(place, column);
                case POSITION -> JsonNodeFactory.instance.numberNode(position);
                case SURROGATE -> JsonNodeFactory.instance.stringNode(RowKeys.of(stream, row));
                case PARENT_KEY -> parentKey(column, stream, row);
            };
            if (cell != null) {
                data.set(column.name(), cell);
            }
        }
        return data;
    }

    private static @Nullable JsonNode parentKey(Column column, TypedStream stream, Row row) {
        return column.sources().isEmpty()
                ? JsonNodeFactory.instance.stringNode(RowKeys.of(stream, row))
                : CellValues.of(row.json(), column);
    }

    /** Copies of one embedded entity become one row: each field from the first copy that has it. */
    private static List<OrganizedRow> merged(List<OrganizedRow> copies) {
        record Id(UUID connection, String id) {}
        Map<String, OrganizedRow> merged = new TreeMap<>();
        for (OrganizedRow copy : copies) {
            String id = new Id(copy.connectionId(), copy.entityId()).toString();
            merged.merge(id, copy, (first, next) -> {
                next.data().properties().forEach(field -> {
                    if (!first.data().has(field.getKey())) {
                        first.data().set(field.getKey(), field.getValue());
                    }
                });
                return first;
            });
        }
        return List.copyOf(merged.values());
    }
}
