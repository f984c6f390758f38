package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page that survives the process that read it. What it cost is kept, so that a run that starts again spends no more than
 * one that was never interrupted.
 *
 * @param requests how many it took
 * @param bytes of its answers
 * @param millis that it took to read
 * @param total how many rows the provider says it has in all
 */
record StoredPage(
        List<Map<String, @Nullable Object>> rows,
        @Nullable Position next,
        int requests,
        long bytes,
        long millis,
        @Nullable Long total) {}
