package ai.opsai.auth.connection;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a flow is about, before any browser is bound to it.
 *
 * @param variables what the tenant said about the connection
 */
public record Ticket(
        String tenant,
        String provider,
        UUID connectionId,
        UUID operationId,
        @Nullable String returnTo,
        Map<String, String> variables) {

    public Ticket {
        variables = Map.copyOf(variables);
    }
}
