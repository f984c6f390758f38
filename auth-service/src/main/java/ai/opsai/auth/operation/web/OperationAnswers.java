package ai.opsai.auth.operation.web;

import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationResult;
import ai.opsai.auth.operation.OperationStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a call that starts an operation answers: with the result when it is done within the wait, with its problem when
 * it failed within it, and else with 202 and where to look.
 */
public final class OperationAnswers {

    private final OperationReads reads;
    private final List<OperationResult> results;
    private final JsonMapper json;
    private final Clock clock;

    OperationAnswers(OperationReads reads, List<OperationResult> results, JsonMapper json, Clock clock) {
        this.reads = reads;
        this.results = List.copyOf(results);
        this.json = json;
        this.clock = clock;
    }

    public ResponseEntity<String> answer(String tenant, UUID operationId, @Nullable String prefer) {
        Duration wait = Prefer.wait(prefer);
        Operation operation = reads.await(tenant, operationId, wait);
        return switch (operation.status()) {
            case SUCCEEDED -> done(operation);
            case FAILED -> failed(operation);
            case QUEUED, RUNNING, WAITING, CANCELLED -> accepted(operation);
        };
    }

    @Nullable
    String result(Operation operation) {
        if (operation.status() != OperationStatus.SUCCEEDED) {
            return null;
        }
        for (OperationResult result : results) {
            if (result.kind() == operation.kind()) {
                return result.json(operation);
            }
        }
        return null;
    }

    private ResponseEntity<String> done(Operation operation) {
        String result = result(operation);
        return result == null ? accepted(operation) : json(ResponseEntity.ok(), MediaType.APPLICATION_JSON, result);
    }

    private ResponseEntity<String> failed(Operation operation) {
        JsonNode problem = json.readTree(operation.problem());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.path("status").asInt(500)).location(location(operation));
        Instant retryAt = operation.retryAt();
        if (retryAt != null) {
            long seconds =
                    Math.max(1, Duration.between(clock.instant(), retryAt).toSeconds());
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return json(answer, MediaType.APPLICATION_PROBLEM_JSON, problem.toString());
    }

    private ResponseEntity<String> accepted(Operation operation) {
        String body =
                json.writeValueAsString(Map.of("operationId", operation.operationId(), "status", operation.status()));
        return json(ResponseEntity.accepted().location(location(operation)), MediaType.APPLICATION_JSON, body);
    }

    private static URI location(Operation operation) {
        return URI.create("/api/operations/" + operation.operationId());
    }

    private static ResponseEntity<String> json(ResponseEntity.BodyBuilder answer, MediaType type, String body) {
        return answer.contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}
