package ai.opsai.organizer.run;

import ai.opsai.platform.tracing.Trail;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request and how far it is. */
record OrganizeRun(
        RunKey key,
        RunState state,
        Map<UUID, Long> expected,
        String correlationId,
        String causationId,
        @Nullable String traceparent,
        @Nullable Instant waitUntil,
        @Nullable Outcome outcome) {

    Trail trail() {
        return new Trail(key.tenantId(), correlationId, traceparent);
    }
}
