package ai.opsai.auth.operation.web;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class OperationsController {

    private final Tenants tenants;
    private final TenantWork work;
    private final Operations operations;
    private final OperationReads reads;
    private final OperationDetails details;

    OperationsController(
            Tenants tenants, TenantWork work, Operations operations, OperationReads reads, OperationDetails details) {
        this.tenants = tenants;
        this.work = work;
        this.operations = operations;
        this.reads = reads;
        this.details = details;
    }

    record OperationList(
            List<OperationView> items, @Nullable String nextCursor) {}

    @GetMapping("/api/operations")
    OperationList list(
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        String tenant = tenants.of(tenantId);
        OperationStatus wanted = status == null ? null : status(status);
        UUID before = cursor == null ? null : cursor(cursor);
        if (limit < 1 || limit > 1000) {
            throw ProblemException.invalid("limit", "A limit lies between 1 and 1000.");
        }
        return work.read(tenant, () -> {
            List<Operation> found = operations.list(wanted, before, limit + 1);
            List<OperationView> items = found.stream()
                    .limit(limit)
                    .map(operation -> OperationView.of(operation, operations.timeline(operation.operationId()), null))
                    .toList();
            return new OperationList(
                    items, found.size() > limit ? items.getLast().operationId().toString() : null);
        });
    }

    @GetMapping("/api/operations/{id}")
    OperationView get(@PathVariable UUID id, @RequestParam(required = false) @Nullable String tenantId) {
        return details.of(tenants.of(tenantId), id);
    }

    /** Gives the operation up: what it asked for may still be finished, but nobody waits for it. */
    @DeleteMapping("/api/operations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @RequestParam(required = false) @Nullable String tenantId) {
        String tenant = tenants.of(tenantId);
        reads.require(tenant, id);
        work.change(tenant, () -> operations.cancel(tenant, id));
    }

    @GetMapping("/api/operations/{id}/events")
    void events(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long lastEventId,
            HttpServletResponse response)
            throws IOException {
        details.stream(tenants.of(tenantId), id, lastEventId, response);
    }

    private static OperationStatus status(String text) {
        for (OperationStatus status : OperationStatus.values()) {
            if (status.wire().equals(text.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        throw ProblemException.invalid(
                "status", "A status is one of queued, running, waiting, succeeded, failed, cancelled.");
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR, "Use the nextCursor of the page before.");
        }
    }
}
