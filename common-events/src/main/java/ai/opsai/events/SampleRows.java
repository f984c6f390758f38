package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * A part of a sample's rows of one entity. Parts count from 0 and precede the {@link SampleCollected} that closes the
 * sample; until it arrives they are not to be shown.
 */
public record SampleRows(UUID connectionId, long sampleVersion, String entity, int part, List<SampledRow> rows)
        implements Event {
    public SampleRows {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(entity, "entity");
        rows = List.copyOf(rows);
    }
}
