package ai.opsai.organizer.data.web;

import ai.opsai.organizer.access.TenantReads;
import ai.opsai.organizer.data.RowCursor;
import ai.opsai.organizer.data.StoredRow;
import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/v1/tenants/{tenant}/data/{entityType}")
final class DataController {

    private static final int MOST = 1000;

    private final TenantReads reads;
    private final Entities entities;

    DataController(TenantReads reads, Entities entities) {
        this.reads = reads;
        this.entities = entities;
    }

    @GetMapping
    RowList list(
            VerifiedCaller caller,
            @PathVariable String tenant,
            @PathVariable String entityType,
            @RequestParam @Nullable UUID connectionId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "limit must be between 1 and " + MOST + ".");
        }
        RowCursor from = cursor == null ? null : cursor(cursor);
        return reads.read(caller, tenant, () -> page(entities.after(from, entityType, connectionId, limit + 1), limit));
    }

    @GetMapping("/{entityId}")
    StoredRow one(
            VerifiedCaller caller,
            @PathVariable String tenant,
            @PathVariable String entityType,
            @PathVariable String entityId,
            @RequestParam @Nullable UUID connectionId) {
        return reads.read(caller, tenant, () -> entities.one(entityType, entityId, connectionId));
    }

    /** One row more than asked for was read, to know whether there is a next page. */
    private static RowList page(List<StoredRow> rows, int limit) {
        if (rows.size() <= limit) {
            return new RowList(rows, null);
        }
        List<StoredRow> page = rows.subList(0, limit);
        return new RowList(page, Entities.behind(page.getLast()).text());
    }

    private static RowCursor cursor(String text) {
        return RowCursor.read(text)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_CURSOR, "This cursor is none that was given out; begin without one."));
    }

    record RowList(List<StoredRow> items, @Nullable String nextCursor) {}
}
