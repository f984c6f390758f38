package ai.opsai.organizer.unification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one entity with what the connector declared: the key fields (empty when none were declared), how many rows
 * were read, how many there are when that is known, and whether rows were dropped from the sample.
 */
public record SampledEntity(
        List<ObjectNode> rows,
        List<String> primaryKey,
        long rowCount,
        @Nullable Long totalCount,
        boolean truncated) {

    public SampledEntity {
        rows = List.copyOf(rows);
        primaryKey = List.copyOf(primaryKey);
    }

    /** Rows about which nothing was declared. */
    public static SampledEntity of(List<ObjectNode> rows) {
        return new SampledEntity(rows, List.of(), rows.size(), null, false);
    }

    /** True when these are known to be all rows that exist. */
    public boolean isComplete() {
        return !truncated && totalCount != null && totalCount <= rows.size();
    }
}
