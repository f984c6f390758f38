package ai.opsai.sampler.sample;

import java.time.Instant;

/**
 * An order while one worker has it. A later run of the same job ends an earlier one: what that still does changes nothing.
 *
 * @param run counts from 1
 * @param deadline after which a wait is no longer worth it
 */
public record Turn(SampleOrder order, int run, Instant deadline) {}
