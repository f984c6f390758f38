package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** A connection became active; the sampler answers with the sample of {@code sampleVersion}. */
public record ProviderConnected(
        UUID connectionId,
        long connectionVersion,
        long sampleVersion,
        String provider,
        Account account,
        Scopes scopes,
        Instant connectedAt)
        implements Event {
    public ProviderConnected {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(provider, "provider");
        requireNonNull(account, "account");
        requireNonNull(scopes, "scopes");
        requireNonNull(connectedAt, "connectedAt");
    }
}
