package ai.opsai.sampler.sample;

import ai.opsai.events.Coverage;
import ai.opsai.events.EventProblem;
import ai.opsai.events.Metric;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that users see: {@code sampleData}. */
final class SampleDocument {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SampleDocument() {}

    static ObjectNode of(Sample sample) {
        ObjectNode document = NODES.objectNode();
        ObjectNode entities = document.putObject("entities");
        sample.entities().forEach(entity -> entities.set(entity.name(), entity(entity)));
        ObjectNode metrics = document.putObject("metrics");
        ObjectNode coverages = document.putObject("metricsCoverage");
        for (Map.Entry<String, Metric> metric : sample.metrics().entrySet()) {
            metrics.set(metric.getKey(), metric.getValue().value());
            coverages.set(metric.getKey(), coverage(metric.getValue().coverage()));
        }
        return document;
    }

    private static ObjectNode entity(FinishedEntity entity) {
        ObjectNode node = NODES.objectNode();
        ArrayNode rows = node.putArray("sample");
        ArrayNode origins = NODES.arrayNode();
        entity.rows().forEach(row -> {
            rows.add(row.data());
            origins.add(row.origin().name().toLowerCase(java.util.Locale.ROOT));
        });
        ObjectNode schema = node.putObject("schema");
        entity.schema().forEach(schema::put);
        if (entity.jsonSchema() != null) {
            node.set("jsonSchema", entity.jsonSchema());
        }
        node.put("rowCount", entity.rowCount());
        if (entity.totalCount() != null) {
            node.put("totalCount", entity.totalCount());
        }
        if (!entity.primaryKey().isEmpty()) {
            ArrayNode key = node.putArray("primaryKey");
            entity.primaryKey().forEach(key::add);
        }
        node.put("truncated", entity.truncated());
        node.set("origins", origins);
        EventProblem problem = entity.problem();
        if (problem != null) {
            node.putObject("problem").put("code", problem.code()).put("message", problem.message());
        }
        return node;
    }

    private static ObjectNode coverage(Coverage coverage) {
        ObjectNode node = NODES.objectNode().put("rows", coverage.rows());
        if (coverage.of() != null) {
            node.put("of", coverage.of());
        }
        return node.put("exact", coverage.exact());
    }
}
