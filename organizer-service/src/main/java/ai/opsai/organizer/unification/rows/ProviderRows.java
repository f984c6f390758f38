package ai.opsai.organizer.unification.rows;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.OrganizedRow;
import ai.opsai.organizer.unification.RecordId;
import ai.opsai.organizer.unification.Values;
import ai.opsai.organizer.unification.design.Column;
import ai.opsai.organizer.unification.design.Table;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final Map<EntityKey, List<String>> keys = new HashMap<>();

    public ProviderRows(Map<EntityKey, TypedStream> streams) {
        this.streams = Map.copyOf(streams);
        streams.forEach((entity, stream) -> keys.put(
                entity,
                stream.stream().rows().stream()
                        .map(row -> RowKeys.of(stream, row))
                        .toList()));
    }

    public List<OrganizedRow> of(Table table) {
        List<OrganizedRow> rows = new ArrayList<>();
        for (Table.Origin origin : table.origins()) {
            TypedStream stream = streams.get(origin.entity());
            if (stream != null) {
                List<String> own = keys.getOrDefault(origin.entity(), List.of());
                for (int i = 0; i < own.size(); i++) {
                    fill(
                            table,
                            origin.base(),
                            new KeyedRow(stream, stream.stream().rows().get(i), own.get(i)),
                            rows);
                }
            }
        }
        return table.kind() == Table.Kind.EMBEDDED ? merged(rows) : rows;
    }

    /** A row with the key that it is known by. */
    private record KeyedRow(TypedStream stream, Row row, String key) {

        private ObjectNode provenance() {
            EntityKey entity = stream.entity();
            RecordId record = new RecordId(entity.provider(), row.connectionId(), entity.entity(), key);
            return Provenance.of(record, row.sampleVersion());
        }
    }

    private static void fill(Table table, FieldPath base, KeyedRow row, List<OrganizedRow> rows) {
        List<JsonNode> places = Values.at(row.row().json(), base);
        for (int position = 0; position < places.size(); position++) {
            ObjectNode data = data(table, row, places.get(position), position);
            String id = switch (table.kind()) {
                case ENTITY, UNIFIED -> row.key();
                case CHILD -> row.key() + "/" + position;
                case EMBEDDED -> embeddedId(table, data);
            };
            if (id != null) {
                rows.add(new OrganizedRow(table.name(), row.row().connectionId(), id, data, row.provenance()));
            }
        }
    }

    private static @Nullable String embeddedId(Table table, ObjectNode data) {
        JsonNode id = data.get(table.primary().getFirst().name());
        return id == null ? null : Scalars.text(id);
    }

    private static ObjectNode data(Table table, KeyedRow row, JsonNode place, int position) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Column column : table.columns()) {
            JsonNode cell = switch (column.kind()) {
                case VALUE -> CellValues.of(place, column);
                case POSITION -> JsonNodeFactory.instance.numberNode(position);
                case SURROGATE -> JsonNodeFactory.instance.stringNode(row.key());
                case PARENT_KEY -> parentKey(column, row);
            };
            if (cell != null) {
                data.set(column.name(), cell);
            }
        }
        return data;
    }

    private static @Nullable JsonNode parentKey(Column column, KeyedRow row) {
        return column.sources().isEmpty()
                ? JsonNodeFactory.instance.stringNode(row.key())
                : CellValues.of(row.row().json(), column);
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
