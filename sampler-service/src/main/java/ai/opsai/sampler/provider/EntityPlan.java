package ai.opsai.sampler.provider;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one entity is sampled.
 *
 * @param rows how many recent ones are read
 * @param slices of how many parts, where its stream is cut into parts
 * @param aliases our few documented names for fields of the provider
 */
public record EntityPlan(
        String name,
        int rows,
        int slices,
        Map<String, String> aliases,
        @Nullable Completion completion) {

    /**
     * Rows that lists give in short are completed by a look-up.
     *
     * @param key where the row holds the look-up's value
     * @param missing tells a short row
     */
    public record Completion(String by, List<String> key, Template missing) {}
}
