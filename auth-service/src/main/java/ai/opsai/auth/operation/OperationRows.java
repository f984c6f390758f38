package ai.opsai.auth.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of operations; inside a transaction of the tenant. */
final class OperationRows {

    private static final String SELECT = """
            select operation_id, tenant_id, kind, status, connection_id, sample_version, correlation_id, created_at,
                updated_at, retry_at, step, done, total, problem
            from operation\s""";
    private static final String INSERT = """
            insert into operation (tenant_id, operation_id, kind, status, connection_id, sample_version,
                correlation_id, created_at, updated_at, step, done, total)
            values (:tenant, :id, :kind, :status, :connection, :version, :correlation, :at, :at, :step, 0, 0)""";
    private static final String MOVE = """
            update operation set status = :status, step = :step, retry_at = :retry, problem = cast(:problem as jsonb),
                done = case when :status = 'succeeded' then total else done end, updated_at = :now
            where operation_id = :id and status in ('queued', 'running', 'waiting')""";
    private static final String PROGRESS = """
            update operation set status = 'running', step = :step, done = :done, total = :total, retry_at = null,
                updated_at = :now
            where operation_id = :id and status in ('queued', 'running', 'waiting')""";
    private static final String PAGE = SELECT + """
            where (cast(:status as text) is null or status = :status)
              and (cast(:before as uuid) is null or operation_id < cast(:before as uuid))
            order by operation_id desc limit :limit""";
    private static final String OPEN_SAMPLES = """
            select operation_id from operation
            where kind = 'sample' and connection_id = ? and sample_version <= ?
              and status in ('queued', 'running', 'waiting')
            order by operation_id""";
    private static final String OPEN = """
            select operation_id from operation
            where connection_id = ? and status in ('queued', 'running', 'waiting')
            order by operation_id""";
    private static final String OPEN_ORGANIZE = """
            select operation_id from operation
            where kind = 'organize' and status in ('queued', 'running', 'waiting')""";

    private final JdbcClient jdbc;

    OperationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Operation operation) {
        jdbc.sql(INSERT)
                .param("tenant", operation.tenantId())
                .param("id", operation.operationId())
                .param("kind", operation.kind().wire())
                .param("status", operation.status().wire())
                .param("connection", operation.connectionId())
                .param("version", operation.sampleVersion())
                .param("correlation", operation.correlationId())
                .param("at", utc(operation.createdAt()))
                .param("step", operation.progress().step())
                .update();
    }

    void attach(UUID id, UUID connectionId, long sampleVersion) {
        jdbc.sql("update operation set connection_id = ?, sample_version = ? where operation_id = ?")
                .params(connectionId, sampleVersion, id)
                .update();
    }

    /** Whether the operation was still open and is now as wanted. */
    boolean move(
            UUID id,
            OperationStatus status,
            String step,
            @Nullable Instant retryAt,
            @Nullable String problem,
            Instant now) {
        return jdbc.sql(MOVE)
                        .param("status", status.wire())
                        .param("step", step)
                        .param("retry", retryAt == null ? null : utc(retryAt))
                        .param("problem", problem)
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether the operation was still open and is now this far. */
    boolean progress(UUID id, Operation.Progress progress, Instant now) {
        return jdbc.sql(PROGRESS)
                        .param("step", progress.step())
                        .param("done", progress.done())
                        .param("total", progress.total())
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Nullable
    Operation find(UUID id) {
        return jdbc.sql(SELECT + "where operation_id = ?")
                .param(id)
                .query(OperationRows::operation)
                .optional()
                .orElse(null);
    }

    /** Newest first; ids sort by the time they were made. */
    List<Operation> list(@Nullable OperationStatus status, @Nullable UUID before, int limit) {
        return jdbc.sql(PAGE)
                .param("status", status == null ? null : status.wire())
                .param("before", before)
                .param("limit", limit)
                .query(OperationRows::operation)
                .list();
    }

    /** The open sample operations that a sample of this version answers. */
    List<UUID> openSamples(UUID connectionId, long upToVersion) {
        return jdbc.sql(OPEN_SAMPLES)
                .params(connectionId, upToVersion)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> open(UUID connectionId) {
        return jdbc.sql(OPEN)
                .param(connectionId)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    @Nullable
    UUID openOrganize() {
        return jdbc.sql(OPEN_ORGANIZE).query(UUID.class).optional().orElse(null);
    }

    boolean everSucceeded(OperationKind kind) {
        return jdbc.sql("select exists (select from operation where kind = ? and status = 'succeeded')")
                .param(kind.wire())
                .query(Boolean.class)
                .single();
    }

    void runAgain(UUID id) {
        jdbc.sql("update operation set run_again = true where operation_id = ?")
                .param(id)
                .update();
    }

    boolean wantsAnotherRun(UUID id) {
        return jdbc.sql("select run_again from operation where operation_id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static Operation operation(ResultSet row, int number) throws SQLException {
        OffsetDateTime retryAt = row.getObject("retry_at", OffsetDateTime.class);
        return new Operation(
                row.getObject("operation_id", UUID.class),
                row.getString("tenant_id"),
                OperationKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                OperationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getObject("connection_id", UUID.class),
                row.getObject("sample_version", Long.class),
                row.getString("correlation_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                retryAt == null ? null : retryAt.toInstant(),
                new Operation.Progress(row.getString("step"), row.getLong("done"), row.getLong("total")),
                row.getString("problem"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
