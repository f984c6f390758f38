package ai.opsai.auth.operation.web;

import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.TimelineEntry;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as clients see it. */
record OperationView(
        UUID operationId,
        OperationKind kind,
        String tenantId,
        OperationStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant retryAt,
        Operation.Progress progress,
        @Nullable UUID connectionId,
        List<TimelineEntry> timeline,
        @JsonRawValue @Nullable String result,
        @JsonRawValue @Nullable String problem) {

    static OperationView of(Operation operation, List<TimelineEntry> timeline, @Nullable String result) {
        return new OperationView(
                operation.operationId(),
                operation.kind(),
                operation.tenantId(),
                operation.status(),
                operation.createdAt(),
                operation.updatedAt(),
                operation.retryAt(),
                operation.progress(),
                operation.connectionId(),
                timeline,
                result,
                operation.problem());
    }
}
