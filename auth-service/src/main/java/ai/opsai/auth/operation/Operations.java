package ai.opsai.auth.operation;

import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.operation.Operation.Progress;
import ai.opsai.platform.metrics.CommittedCounts;
import ai.opsai.platform.problem.CorrelationId;
import ai.opsai.platform.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The life of operations. Each method belongs into a transaction of the tenant, with the change that it tells of. An
 * operation that has ended stays as it ended: a late or repeated event changes nothing.
 */
public final class Operations {

    private final Stored stored;
    private final OperationRows rows;
    private final LiveEvents live;
    private final Clock clock;
    private final IdGenerator ids;
    private final JsonMapper json;

    Operations(Stored stored, LiveEvents live, Clock clock, IdGenerator ids, JsonMapper json) {
        this.stored = stored;
        this.rows = stored.rows();
        this.live = live;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    /** Where operations and what happened to them are kept and counted. */
    record Stored(OperationRows rows, Timelines timelines, CommittedCounts counts) {}

    /** A new one of the current flow; the answer is its id. */
    public UUID begin(
            String tenant,
            OperationKind kind,
            OperationStatus status,
            @Nullable UUID connectionId,
            @Nullable Long sampleVersion,
            String message) {
        UUID id = ids.generateId();
        Instant now = clock.instant();
        rows.insert(new Operation(
                id,
                tenant,
                kind,
                status,
                connectionId,
                sampleVersion,
                CorrelationId.currentOrNew(),
                now,
                now,
                null,
                new Progress(status.wire(), 0, 0),
                null));
        live.prune();
        count(kind, status);
        tell(tenant, id, status.wire(), message, null);
        return id;
    }

    /** One that waited for its connection goes on with it; the answer is its id. */
    public UUID resume(String tenant, UUID id, UUID connectionId, long sampleVersion, String message) {
        rows.attach(id, connectionId, sampleVersion);
        move(tenant, id, OperationStatus.QUEUED, "queued", message, null, null, null);
        return id;
    }

    public void succeed(String tenant, UUID id, String message, @Nullable Object data) {
        move(tenant, id, OperationStatus.SUCCEEDED, "done", message, null, null, data);
    }

    public void fail(String tenant, UUID id, Problem problem) {
        move(tenant, id, OperationStatus.FAILED, "failed", problem.detail(), null, problem, null);
    }

    public void cancel(String tenant, UUID id) {
        move(tenant, id, OperationStatus.CANCELLED, "cancelled", "Cancelled.", null, null, null);
    }

    public void await(String tenant, UUID id, String message, @Nullable Instant retryAt) {
        move(tenant, id, OperationStatus.WAITING, "waiting", message, retryAt, null, null);
    }

    /** For displays; a new step also enters the timeline. */
    public void progress(String tenant, UUID id, Progress progress) {
        Operation before = rows.find(id);
        if (before == null || !rows.progress(id, progress, clock.instant())) {
            return;
        }
        if (before.progress().step().equals(progress.step())) {
            live.append(tenant, "progress", id, id);
        } else {
            stored.timelines().append(tenant, id, clock.instant(), "progress", progress.step(), null);
            live.append(tenant, "progress", id, id);
        }
    }

    public @Nullable Operation find(UUID id) {
        return rows.find(id);
    }

    public List<TimelineEntry> timeline(UUID id) {
        return stored.timelines().of(id);
    }

    public List<Operation> list(@Nullable OperationStatus status, @Nullable UUID before, int limit) {
        return rows.list(status, before, limit);
    }

    /** The open sample operations that a sample of this version answers: its own, and older ones it supersedes. */
    public List<UUID> openSamples(UUID connectionId, long upToVersion) {
        return rows.openSamples(connectionId, upToVersion);
    }

    /** Whatever is still under way for the connection: a consent that is waited for as well as a sample. */
    public List<UUID> open(UUID connectionId) {
        return rows.open(connectionId);
    }

    /** The one that a second request of the tenant joins. */
    public @Nullable UUID openOrganize() {
        return rows.openOrganize();
    }

    public boolean everOrganized() {
        return rows.everSucceeded(OperationKind.ORGANIZE);
    }

    /** Something changed too late for this run: another one is to follow it. */
    public void runAgain(UUID id) {
        rows.runAgain(id);
    }

    public boolean wantsAnotherRun(UUID id) {
        return rows.wantsAnotherRun(id);
    }

    private void move(
            String tenant,
            UUID id,
            OperationStatus status,
            String step,
            String message,
            @Nullable Instant retryAt,
            @Nullable Problem problem,
            @Nullable Object data) {
        String problemJson = problem == null ? null : json.writeValueAsString(problem);
        if (rows.move(id, status, step, retryAt, problemJson, clock.instant())) {
            count(Objects.requireNonNull(rows.find(id)).kind(), status);
            tell(tenant, id, status.wire(), message, data);
        }
    }

    private void count(OperationKind kind, OperationStatus status) {
        stored.counts().count("opsai.operations", "kind", kind.wire(), "status", status.wire());
    }

    private void tell(String tenant, UUID id, String type, String message, @Nullable Object data) {
        String dataJson = data == null ? null : json.writeValueAsString(data);
        stored.timelines().append(tenant, id, clock.instant(), type, message, dataJson);
        live.append(tenant, "operation", id, id);
    }
}
