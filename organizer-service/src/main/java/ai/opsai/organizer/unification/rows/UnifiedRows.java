package ai.opsai.organizer.unification.rows;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.OrganizedRow;
import ai.opsai.organizer.unification.RecordId;
import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.design.UnifiedColumn;
import ai.opsai.organizer.unification.design.UnifiedTable;
import ai.opsai.organizer.unification.linking.Cluster;
import ai.opsai.organizer.unification.linking.Facts;
import ai.opsai.organizer.unification.linking.FactsReader;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.profile.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills the unified tables: one row for each group, each field chosen among what the members say. */
public final class UnifiedRows {

    private final Map<RecordId, Member> members = new HashMap<>();
    private final Map<String, Map<RecordId, UUID>> ids = new HashMap<>();
    private final Map<EntityKey, SortedMap<String, FieldPath>> fields = new HashMap<>();

    private record Member(ConceptStream stream, Row row) {}

    public UnifiedRows(List<UnifiedTable> tables) {
        for (UnifiedTable table : tables) {
            ids.put(table.name(), table.concept().idsByRecord());
            for (ConceptStream stream : table.concept().streams()) {
                fields.put(
                        stream.entity(),
                        FactsReader.fields(stream, table.concept().matches()));
                for (Row row : stream.stream().stream().rows()) {
                    members.put(RowKeys.record(stream.stream(), row), new Member(stream, row));
                }
            }
        }
    }

    public List<OrganizedRow> of(UnifiedTable table) {
        List<OrganizedRow> rows = new ArrayList<>();
        List<Cluster> clusters = table.concept().links().clusters();
        for (int i = 0; i < clusters.size(); i++) {
            rows.add(row(table, clusters.get(i), table.concept().ids().get(i)));
        }
        return rows;
    }

    private OrganizedRow row(UnifiedTable table, Cluster cluster, UUID id) {
        List<RecordId> records = cluster.members().stream().map(Facts::id).toList();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode provenance = provenance(records, cluster);
        ObjectNode winners = provenance.putObject("fields");
        ObjectNode losers = JsonNodeFactory.instance.objectNode();
        for (UnifiedColumn column : table.columns()) {
            Choice choice = choose(column, records, id);
            if (choice != null) {
                data.set(column.column().name(), choice.value());
                choice.from().forEach(winners.putArray(column.column().name())::add);
                choice.lost(column.column().name(), losers);
            }
        }
        if (!losers.isEmpty()) {
            provenance.set("lost", losers);
        }
        return new OrganizedRow(table.name(), OrganizedRow.NO_CONNECTION, id.toString(), data, provenance);
    }

    private ObjectNode provenance(List<RecordId> records, Cluster cluster) {
        ObjectNode provenance = JsonNodeFactory.instance.objectNode();
        var list = provenance.putArray("records");
        records.forEach(record -> {
            Member member = members.get(record);
            list.add(Provenance.record(record, member == null ? 0 : member.row().sampleVersion()));
        });
        if (records.size() > 1) {
            cluster.evidence().forEach(provenance.putArray("evidence")::add);
        }
        return provenance;
    }

    private @Nullable Choice choose(UnifiedColumn column, List<RecordId> records, UUID id) {
        return switch (column) {
            case UnifiedColumn.Id _ -> Choice.only(JsonNodeFactory.instance.stringNode(id.toString()));
            case UnifiedColumn.Said said -> Choice.among(said(said, records), updated(records));
            case UnifiedColumn.ProviderId provider ->
                first(
                        records,
                        record -> record.provider().equals(provider.provider())
                                ? JsonNodeFactory.instance.stringNode(record.id())
                                : null);
            case UnifiedColumn.Username username ->
                first(
                        records,
                        record ->
                                record.provider().equals(username.provider()) ? said(record, "login", username) : null);
            case UnifiedColumn.Reference reference -> first(records, record -> reference(record, reference));
        };
    }

    private interface Lookup {

        @Nullable
        JsonNode of(RecordId record);
    }

    private static @Nullable Choice first(List<RecordId> records, Lookup lookup) {
        for (int i = 0; i < records.size(); i++) {
            JsonNode value = lookup.of(records.get(i));
            if (value != null) {
                return new Choice(value, List.of(i), Map.of());
            }
        }
        return null;
    }

    private Map<Integer, JsonNode> said(UnifiedColumn.Said column, List<RecordId> records) {
        Map<Integer, JsonNode> said = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            JsonNode value = said(records.get(i), column.field(), column);
            if (value != null) {
                said.put(i, value);
            }
        }
        return said;
    }

    private @Nullable JsonNode said(RecordId record, String field, UnifiedColumn column) {
        Member member = members.get(record);
        SortedMap<String, FieldPath> of = fields.get(record.entityKey());
        FieldPath path = of == null ? null : of.get(field);
        return member == null || path == null
                ? null
                : UnifiedCells.of(
                        member.stream().stream(),
                        member.row(),
                        path,
                        column.column().type());
    }

    private List<String> updated(List<RecordId> records) {
        return records.stream()
                .map(record -> {
                    Member member = members.get(record);
                    FieldPath path = member == null
                            ? null
                            : member.stream().path("updated_at").orElse(null);
                    String text =
                            path == null || member == null ? null : member.row().text(path);
                    return text == null ? "" : text;
                })
                .toList();
    }

    private @Nullable JsonNode reference(RecordId record, UnifiedColumn.Reference reference) {
        Member member = members.get(record);
        if (member == null) {
            return null;
        }
        for (UnifiedColumn.Hop hop : reference.hops()) {
            if (hop.from().equals(record.entityKey())) {
                UUID id = target(member, hop, ids.getOrDefault(reference.table(), Map.of()));
                if (id != null) {
                    return JsonNodeFactory.instance.stringNode(id.toString());
                }
            }
        }
        return null;
    }

    private static @Nullable UUID target(Member member, UnifiedColumn.Hop hop, Map<RecordId, UUID> ids) {
        TypedStream stream = member.stream().stream();
        String value = member.row().text(hop.field().path());
        if (value == null) {
            value = stream.shape()
                    .idOf(hop.field().path())
                    .map(member.row()::text)
                    .orElse(null);
        }
        return value == null
                ? null
                : ids.get(new RecordId(
                        hop.to().provider(),
                        member.row().connectionId(),
                        hop.to().entity(),
                        value));
    }
}
