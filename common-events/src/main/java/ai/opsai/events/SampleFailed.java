package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sample could not be made. Only the one with {@code last} (written as {@code final}) answers its request; earlier
 * ones tell that it waits until {@code retryAt}.
 */
public record SampleFailed(
        UUID connectionId,
        long connectionVersion,
        long sampleVersion,
        String provider,
        String code,
        String message,
        @JsonProperty("final") boolean last,
        @Nullable Instant retryAt)
        implements Event {
    public SampleFailed {
        requireNonNull(connectionId, "connectionId");
        requireNonNull(provider, "provider");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }
}
