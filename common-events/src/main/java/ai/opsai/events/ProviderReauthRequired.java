package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** The provider no longer accepts the connection's token: only its owner can connect it again. */
public record ProviderReauthRequired(
        UUID connectionId, long connectionVersion, String provider, String reason, Instant at) implements Event {
    public ProviderReauthRequired {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(provider, "provider");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }
}
