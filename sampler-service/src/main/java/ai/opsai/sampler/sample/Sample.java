package ai.opsai.sampler.sample;

import ai.opsai.events.Metric;
import ai.opsai.sampler.analysis.EntityRows;
import ai.opsai.sampler.label.FieldTitles;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A finished sample. */
record Sample(
        SampleOrder order,
        Instant collectedAt,
        List<FinishedEntity> entities,
        Map<String, Metric> metrics,
        ObjectNode analysis,
        int requests) {

    static Map<String, EntityRows> rowsOf(List<FinishedEntity> entities) {
        var rows = new LinkedHashMap<String, EntityRows>();
        for (FinishedEntity entity : entities) {
            if (entity.problem() == null || !entity.rows().isEmpty()) {
                rows.put(
                        entity.name(),
                        new EntityRows(
                                entity.rows().stream().map(row -> row.data()).toList(),
                                entity.totalCount(),
                                new FieldTitles(entity.jsonSchema())));
            }
        }
        return rows;
    }

    long rowCount() {
        return entities.stream().mapToLong(entity -> entity.rows().size()).sum();
    }
}
