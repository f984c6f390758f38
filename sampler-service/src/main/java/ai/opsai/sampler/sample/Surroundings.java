package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.Pace;
import java.time.Instant;

/**
 * What a run needs besides order, provider and token.
 *
 * @param deadline after which a wait for the provider is no longer worth it
 */
record Surroundings(Pages pages, Progress progress, Pace pace, Lane lane, Instant deadline) {}
