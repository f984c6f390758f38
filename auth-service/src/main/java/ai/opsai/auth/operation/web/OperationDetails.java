package ai.opsai.auth.operation.web;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.live.web.LiveStreams;
import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.operation.TimelineEntry;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One operation in full, once or live. */
final class OperationDetails {

    private final TenantWork work;
    private final Operations operations;
    private final OperationReads reads;
    private final OperationAnswers answers;
    private final LiveStreams streams;

    OperationDetails(
            TenantWork work,
            Operations operations,
            OperationReads reads,
            OperationAnswers answers,
            LiveStreams streams) {
        this.work = work;
        this.operations = operations;
        this.reads = reads;
        this.answers = answers;
        this.streams = streams;
    }

    OperationView of(String tenant, UUID id) {
        Operation operation = reads.require(tenant, id);
        List<TimelineEntry> timeline = work.read(tenant, () -> operations.timeline(id));
        return OperationView.of(operation, timeline, result(operation));
    }

    /** @throws ProblemException {@code unknown_operation}, also for another tenant's */
    void require(String tenant, UUID id) {
        reads.require(tenant, id);
    }

    /** With their timelines, newest first. */
    List<OperationView> list(String tenant, @Nullable OperationStatus status, @Nullable UUID before, int limit) {
        return work.read(
                tenant,
                () -> operations.list(status, before, limit).stream()
                        .map(operation ->
                                OperationView.of(operation, operations.timeline(operation.operationId()), null))
                        .toList());
    }

    void stream(String tenant, UUID id, long after, HttpServletResponse response) throws IOException {
        reads.require(tenant, id);
        streams.operation(
                tenant, id, after, () -> reads.require(tenant, id).status().ended(), response);
    }

    /** The state is known even while the service that holds the result is down. */
    private @Nullable String result(Operation operation) {
        try {
            return answers.result(operation);
        } catch (ProblemException unavailable) {
            return null;
        }
    }
}
