package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** A connection ended for good; anything of its older versions that still arrives changes nothing. */
public record ProviderDisconnected(
        UUID connectionId, long connectionVersion, String provider, DisconnectReason reason, Instant at)
        implements Event {
    public ProviderDisconnected {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(provider, "provider");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }
}
