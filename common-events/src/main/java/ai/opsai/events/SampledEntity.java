package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entity of a closed sample.
 *
 * @param schema top-level field to {@code string|number|boolean|object|array|unknown}
 * @param jsonSchema what people call the fields: a JSON Schema of titles that accepts every row; absent when none is known
 * @param primaryKey field names, empty where the connector declares none
 * @param rowCount rows read, also those that the budget dropped
 * @param totalCount what the provider says it has, absent when it doesn't say
 * @param parts number of {@link SampleRows} that carry the rows
 * @param hash SHA-256 in hex over the rows as sent, in order
 * @param truncated the sample's budget dropped rows of this entity
 */
public record SampledEntity(
        Map<String, String> schema,
        @Nullable ObjectNode jsonSchema,
        List<String> primaryKey,
        long rowCount,
        @Nullable Long totalCount,
        int parts,
        String hash,
        boolean truncated,
        @Nullable EventProblem problem) {
    public SampledEntity {
        schema = Map.copyOf(schema);
        primaryKey = List.copyOf(primaryKey);
        requireNonNull(hash, "hash");
    }
}
