package ai.opsai.sampler.provider;

import java.time.Duration;

/**
 * When enough of one entity's recent rows was read: whatever comes first. What was read until then is its sample.
 *
 * @param slices how many parts are read, where its stream is cut into parts
 * @param pages of all parts together
 * @param bytes of its answers, decompressed
 * @param requests a page may take several
 * @param time that its reads took, short waits for the provider included
 */
public record EntityBudget(int rows, int slices, int pages, long bytes, int requests, Duration time) {

    public static final EntityBudget DEFAULT =
            new EntityBudget(100, 10, 20, 8L * 1024 * 1024, 25, Duration.ofSeconds(60));
}
