package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** How far a sample is: for live displays only, may be lost, is never replayed. */
public record SampleProgressed(
        String operation, UUID connectionId, long sampleVersion, String step, long done, long total) implements Event {
    public SampleProgressed {
        requireNonNull(operation, "operation");
        requireNonNull(connectionId, "connectionId");
        requireNonNull(step, "step");
    }
}
