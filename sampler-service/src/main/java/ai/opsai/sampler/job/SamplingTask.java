package ai.opsai.sampler.job;

import java.util.UUID;

/** What the scheduler keeps of a job: enough to find it within its tenant. */
record SamplingTask(String tenantId, UUID jobId) {

    static final String NAME = "sampling";
}
