package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** A new sample of an active connection is wanted; it supersedes an older one that has not started. */
public record SampleRequested(
        UUID connectionId, long connectionVersion, long sampleVersion, SamplePurpose purpose, Instant requestedAt)
        implements Event {
    public SampleRequested {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(purpose, "purpose");
        requireNonNull(requestedAt, "requestedAt");
        if (purpose == SamplePurpose.CONNECT) {
            throw new IllegalArgumentException("a first sample is asked for by ProviderConnected");
        }
    }
}
