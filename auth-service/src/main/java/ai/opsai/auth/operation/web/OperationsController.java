package ai.opsai.auth.operation.web;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.page.Pages;
import ai.opsai.auth.page.Slice;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final OperationDetails details;
    private final Pages pages;

    OperationsController(
            Tenants tenants, TenantWork work, Operations operations, OperationDetails details, Pages pages) {
        this.tenants = tenants;
        this.work = work;
        this.operations = operations;
        this.details = details;
        this.pages = pages;
    }

    @GetMapping("/api/operations")
    Slice<OperationView> list(
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        String tenant = tenants.of(tenantId);
        OperationStatus wanted = status == null ? null : status(status);
        return pages.page(
                cursor,
                limit,
                (before, most) -> details.list(tenant, wanted, before == null ? null : UUID.fromString(before), most),
                operation -> operation.operationId().toString(),
                "operations",
                tenant,
                String.valueOf(wanted));
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
        details.require(tenant, id);
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
}
