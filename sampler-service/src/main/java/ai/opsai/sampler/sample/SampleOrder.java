package ai.opsai.sampler.sample;

import ai.opsai.events.SamplePurpose;
import java.util.UUID;

/** Which sample is to be made, of what, and in which flow. */
public record SampleOrder(
        UUID jobId,
        String tenantId,
        UUID connectionId,
        long connectionVersion,
        long sampleVersion,
        SamplePurpose purpose,
        String provider,
        String correlationId,
        String causationId) {}
