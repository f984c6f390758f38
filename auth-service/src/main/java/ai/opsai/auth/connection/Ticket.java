package ai.opsai.auth.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a flow is about, before any browser is bound to it. */
public record Ticket(
        String tenant,
        String provider,
        UUID connectionId,
        UUID operationId,
        @Nullable String returnTo) {}
