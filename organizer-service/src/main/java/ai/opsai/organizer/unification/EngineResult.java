package ai.opsai.organizer.unification;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the engine made: {@code entities} and {@code relationships} in the form of tenant_data_schemas, the rows that fill
 * them, the unified ids with the redirects of retired ones, and the report. {@code fingerprint} is the SHA-256 of the
 * design alone: equal fingerprints mean that nothing about the schema changed.
 */
public record EngineResult(
        ObjectNode entities,
        ArrayNode relationships,
        Report report,
        List<OrganizedRow> rows,
        List<Identity> identities,
        Map<UUID, UUID> redirects,
        String fingerprint,
        List<Verdict> verdicts,
        String ddl,
        Explanations explanations) {

    public EngineResult {
        rows = List.copyOf(rows);
        identities = List.copyOf(identities);
        redirects = Map.copyOf(redirects);
        verdicts = List.copyOf(verdicts);
    }

    /** Rows per entity type, entities without rows included. */
    public SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new java.util.TreeMap<>();
        entities.propertyNames().forEach(entity -> counts.put(entity, 0L));
        rows.forEach(row -> counts.merge(row.entityType(), 1L, Long::sum));
        return counts;
    }

    /** The one JSON document that {@code opsai organize} prints. */
    public ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("entities", entities);
        document.set("relationships", relationships);
        document.set("primaryKeys", report.primaryKeys());
        document.set("foreignKeys", report.foreignKeys());
        document.set("fieldTypes", report.fieldTypes());
        document.set("columnMatches", report.columnMatches());
        document.set("links", report.links());
        document.set("review", report.review());
        document.set("quality", report.quality());
        return document;
    }
}
