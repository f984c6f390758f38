package ai.opsai.auth.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live events of tenants; each method belongs into a transaction of {@link TenantWork}. */
public final class LiveEvents {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    LiveEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void append(String tenant, String event, UUID subjectId, @Nullable UUID operationId) {
        append(tenant, event, subjectId, operationId, null);
    }

    public void append(String tenant, String event, UUID subjectId, @Nullable UUID operationId, @Nullable String data) {
        jdbc.sql("""
                insert into live_event (tenant_id, at, event, subject_id, operation_id, data)
                values (:tenant, :at, :event, :subject, :operation, cast(:data as jsonb))""")
                .param("tenant", tenant)
                .param("at", now())
                .param("event", event)
                .param("subject", subjectId)
                .param("operation", operationId)
                .param("data", data)
                .update();
    }

    /** Forgets what no display will ask for again. */
    public void prune() {
        jdbc.sql("delete from live_event where at < ?").param(now().minus(KEPT)).update();
    }

    /** The next events of the tenant, or of one operation, after a number. */
    public List<LiveEvent> after(long seq, @Nullable UUID operationId) {
        return jdbc.sql("""
                select seq, event, subject_id, operation_id, data from live_event
                where seq > :seq
                  and (cast(:operation as uuid) is null
                       or (operation_id = cast(:operation as uuid) and event in ('operation', 'progress')))
                order by seq limit :limit""")
                .param("seq", seq)
                .param("operation", operationId)
                .param("limit", BATCH)
                .query(LiveEvents::event)
                .list();
    }

    /** Whether the event of this number is still kept; the one before all others always is. */
    public boolean keeps(long seq) {
        return seq == 0
                || jdbc.sql("select exists (select from live_event where seq = ?)")
                        .param(seq)
                        .query(Boolean.class)
                        .single();
    }

    /** The number of the newest event. */
    public long newest() {
        return jdbc.sql("select coalesce(max(seq), 0) from live_event")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LiveEvent event(ResultSet row, int number) throws SQLException {
        return new LiveEvent(
                row.getLong("seq"),
                row.getString("event"),
                row.getObject("subject_id", UUID.class),
                row.getObject("operation_id", UUID.class),
                row.getString("data"));
    }
}
