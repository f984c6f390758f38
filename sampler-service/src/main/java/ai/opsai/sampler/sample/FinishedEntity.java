package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.events.SampledRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entity as it is stored and sent.
 *
 * @param jsonSchema names that people gave to fields, where any are known
 * @param rowCount rows read, also those that the budget dropped
 */
record FinishedEntity(
        String name,
        List<SampledRow> rows,
        Map<String, String> schema,
        @Nullable ObjectNode jsonSchema,
        List<String> primaryKey,
        long rowCount,
        @Nullable Long totalCount,
        boolean truncated,
        @Nullable EventProblem problem) {}
