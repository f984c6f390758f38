package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A connection whose expected sample was not there in time, and why. */
public record MissingSample(UUID connectionId, String provider, String code) {
    public MissingSample {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(provider, "provider");
        requireNonNull(code, "code");
    }
}
