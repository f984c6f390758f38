package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event with its CloudEvents attributes. The id stays the same through every redelivery and replay.
 *
 * @param id UUIDv7
 * @param tenantId the Kafka key
 * @param subject connection or request id
 * @param source the service that published, as in {@code /opsai/auth}
 * @param time when it happened
 * @param correlationId one per flow: the same on everything that a user's call led to
 * @param causationId id of the event that led to this one
 * @param traceparent W3C trace context of the publisher
 */
public record Envelope(
        UUID id,
        String tenantId,
        String subject,
        String source,
        Instant time,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        Event data) {

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Envelope {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(source, "source");
        requireNonNull(time, "time");
        requireNonNull(correlationId, "correlationId");
        requireNonNull(data, "data");
        if (!isTenantId(tenantId)) {
            throw new IllegalArgumentException("not a tenant id");
        }
    }

    /** Whether the text has the form of a tenant id. */
    public static boolean isTenantId(@Nullable String text) {
        return text != null && TENANT.matcher(text).matches();
    }

    public EventType type() {
        return EventType.of(data);
    }
}
