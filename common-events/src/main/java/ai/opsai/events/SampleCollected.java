package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Closes a sample: all its {@link SampleRows} precede it on the topic. One per connection and sample version. */
public record SampleCollected(
        UUID connectionId,
        long connectionVersion,
        long sampleVersion,
        SamplePurpose purpose,
        String provider,
        Instant collectedAt,
        Map<String, SampledEntity> entities,
        Map<String, Metric> metrics,
        ObjectNode analysis)
        implements Event {
    public SampleCollected {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(purpose, "purpose");
        requireNonNull(provider, "provider");
        requireNonNull(collectedAt, "collectedAt");
        entities = Map.copyOf(entities);
        metrics = Map.copyOf(metrics);
        requireNonNull(analysis, "analysis");
    }
}
