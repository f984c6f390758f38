package ai.opsai.sampler.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the records of a parent stream come from: rows that were read before, or a read of their own. */
@FunctionalInterface
public interface ParentRecords {
    List<Map<String, @Nullable Object>> of(StreamPlan parent);
}
