package ai.opsai.sampler.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties that must be asked for by name, discovered first.
 *
 * @param parameter the query parameter that carries the names, with commas between them
 * @param always in each request
 * @param listed those that the manifest lists itself
 * @param discovery the request that lists them; absent where the manifest does
 * @param field where in a record of the discovery the name stands
 * @param limit how much fits into one request; more is asked for in several, and merged by {@code mergeKey}
 */
record PropertiesPlan(
        String parameter,
        List<String> always,
        List<String> listed,
        @Nullable StreamPlan discovery,
        List<String> field,
        Chunking limit,
        List<String> mergeKey) {

    /** Zero means without limit. */
    record Chunking(int properties, int characters) {}
}
