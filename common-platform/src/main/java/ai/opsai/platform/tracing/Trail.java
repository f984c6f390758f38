package ai.opsai.platform.tracing;

import org.jspecify.annotations.Nullable;

/**
 * What leads back to where work came from.
 *
 * @param correlationId of the flow; the same on everything that a user's call led to
 * @param traceparent W3C trace context of who asked for the work, where it was known
 */
public record Trail(
        String tenantId, String correlationId, @Nullable String traceparent) {}
