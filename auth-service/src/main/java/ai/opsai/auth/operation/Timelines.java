package ai.opsai.auth.operation;

import static ai.opsai.auth.operation.OperationRows.utc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timelines of operations; inside a transaction of the tenant. */
final class Timelines {

    private static final String APPEND = """
            insert into operation_event (tenant_id, operation_id, seq, at, type, message, data)
            select :tenant, :id, coalesce(max(seq), 0) + 1, :at, :type, :message, cast(:data as jsonb)
            from operation_event where operation_id = :id""";

    private final JdbcClient jdbc;

    Timelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(String tenant, UUID operation, Instant at, String type, String message, @Nullable String data) {
        jdbc.sql(APPEND)
                .param("tenant", tenant)
                .param("id", operation)
                .param("at", utc(at))
                .param("type", type)
                .param("message", message)
                .param("data", data)
                .update();
    }

    List<TimelineEntry> of(UUID operation) {
        return jdbc.sql("select seq, at, type, message, data from operation_event where operation_id = ? order by seq")
                .param(operation)
                .query((row, number) -> new TimelineEntry(
                        row.getInt("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("type"),
                        row.getString("message"),
                        row.getString("data")))
                .list();
    }
}
