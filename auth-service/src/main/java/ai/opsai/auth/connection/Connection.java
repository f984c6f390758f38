package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's connection to one account at a provider.
 *
 * @param version counts how often it was connected; what is said of a lower one is out of date
 * @param sameAs the connection that has the account already, where a consent only renewed that one
 * @param variables what the tenant said and the provider told about it, such as the name of a shop; nothing secret
 */
public record Connection(
        UUID connectionId,
        String tenantId,
        String provider,
        ConnectionStatus status,
        @Nullable String reason,
        long version,
        @Nullable Account account,
        List<String> requestedScopes,
        List<String> grantedScopes,
        Instant createdAt,
        @Nullable Instant connectedAt,
        @Nullable UUID sameAs,
        Map<String, String> variables,
        Sample sample) {

    /**
     * The newest sample that was asked for, and the newest that came.
     *
     * @param problem the problem of a failed one as JSON
     * @param limits entities that the newest that came lacks, with the reasons, as JSON
     */
    public record Sample(
            long version,
            @Nullable SampleStatus status,
            @Nullable Instant retryAt,
            @Nullable String problem,
            long collectedVersion,
            @Nullable Instant collectedAt,
            @Nullable String limits) {

        /** Whether a sample is there or still to come. */
        public boolean presentOrAwaited() {
            return collectedVersion > 0 || (status != null && status != SampleStatus.FAILED);
        }
    }

    public boolean active() {
        return status == ConnectionStatus.ACTIVE;
    }
}
