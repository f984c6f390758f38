package ai.opsai.sampler.sample;

import java.util.Optional;

/**
 * The pages of one job. A run that starts again finds what it read before and asks the provider only for the rest: the
 * same steps in the same order have the same keys.
 */
interface Pages {

    Optional<StoredPage> find(String key);

    /** @throws Superseded when the job is no longer ours */
    void store(String key, StoredPage page);

    /** Requests that earlier runs of the job made, also those whose answers were lost with them. */
    int requests();
}
