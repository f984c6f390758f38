package ai.opsai.organizer.unification;

import java.util.Map;
import java.util.UUID;

/** The sample of one connection: its entities with their rows, exactly as they were collected. */
public record Sample(UUID connectionId, String provider, long sampleVersion, Map<String, SampledEntity> entities) {

    public Sample {
        entities = Map.copyOf(entities);
    }
}
