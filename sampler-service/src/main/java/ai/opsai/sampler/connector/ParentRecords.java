package ai.opsai.sampler.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the records of a parent stream come from: rows that were read before, or a read of their own. */
@FunctionalInterface
public interface ParentRecords {

    List<Map<String, @Nullable Object>> of(StreamPlan parent);

    /** The records with the slices that they were read in, where those are known. */
    default List<ParentRecord> sliced(StreamPlan parent) {
        return of(parent).stream()
                .map(record -> new ParentRecord(record, Map.of()))
                .toList();
    }
}
