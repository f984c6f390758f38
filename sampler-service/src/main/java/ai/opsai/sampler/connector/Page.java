package ai.opsai.sampler.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one page, and where the next one is.
 *
 * @param next null after the last page of the last slice
 */
public record Page(
        List<Map<String, @Nullable Object>> records,
        @Nullable Position next) {}
