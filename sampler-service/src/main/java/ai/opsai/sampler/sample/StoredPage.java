package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page that survives the process that read it.
 *
 * @param requests how many requests it took
 */
record StoredPage(
        List<Map<String, @Nullable Object>> rows, @Nullable Position next, int requests) {}
