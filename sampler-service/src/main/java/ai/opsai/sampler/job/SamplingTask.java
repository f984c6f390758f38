package ai.opsai.sampler.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the scheduler keeps of a job: enough to find it within its tenant, and the trace that asked for it. */
record SamplingTask(String tenantId, UUID jobId, @Nullable String traceparent) {

    static final String NAME = "sampling";
}
