package ai.opsai.auth.operation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it is stored.
 *
 * @param connectionId the connection that a sample or connect operation is about
 * @param sampleVersion the sample that a sample operation waits for
 * @param problem the problem of a failed one as JSON
 */
public record Operation(
        UUID operationId,
        String tenantId,
        OperationKind kind,
        OperationStatus status,
        @Nullable UUID connectionId,
        @Nullable Long sampleVersion,
        String correlationId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant retryAt,
        Progress progress,
        @Nullable String problem) {

    /** How far it is; total 0 means that nobody knows how much there is to do. */
    public record Progress(String step, long done, long total) {}
}
