package ai.opsai.sampler.job;

import ai.opsai.events.SamplePurpose;
import ai.opsai.sampler.sample.SampleOrder;
import ai.opsai.sampler.sample.Turn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job rows of a tenant; every method wants a transaction of that tenant. */
final class Jobs {

    /** How long an order may wait for its provider, from its first run on. */
    static final Duration DEADLINE = Duration.ofMinutes(15);

    /** Longer than a live run ever takes between two requests. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int perTenant;

    /** @param perTenant how many jobs of a tenant run at once, in all samplers together */
    Jobs(JdbcClient jdbc, Clock clock, int perTenant) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.perTenant = perTenant;
    }

    /** Whether the order is a new one. It takes the place of those of the connection that have not begun. */
    boolean insert(SampleOrder order) {
        int inserted = jdbc.sql("""
                        insert into sampling_job (tenant_id, job_id, connection_id, connection_version, sample_version,
                            purpose, provider, correlation_id, causation_id, requested_at, state)
                        values (:tenant, :job, :connection, :connectionVersion, :version, :purpose, :provider,
                            :correlation, :causation, :at, 'queued')
                        on conflict (connection_id, sample_version) do nothing""")
                .param("tenant", order.tenantId())
                .param("job", order.jobId())
                .param("connection", order.connectionId())
                .param("connectionVersion", order.connectionVersion())
                .param("version", order.sampleVersion())
                .param("purpose", order.purpose().name().toLowerCase(Locale.ROOT))
                .param("provider", order.provider())
                .param("correlation", order.correlationId())
                .param("causation", order.causationId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        update sampling_job set state = 'superseded', finished_at = :at
                        where connection_id = :connection and sample_version < :version and state = 'queued'""")
                .param("connection", order.connectionId())
                .param("version", order.sampleVersion())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return inserted > 0;
    }

    /** Jobs of the tenant that are not over: the more, the later a further one's turn. */
    int unfinished() {
        return jdbc.sql("select count(*) from sampling_job where state in ('queued', 'running', 'waiting')")
                .query(Integer.class)
                .single();
    }

    /** What becomes of a job whose time has come. */
    sealed interface Claim {

        record Ours(Turn turn) implements Claim {}

        /** Others go first. */
        record Early() implements Claim {}

        /** Done, superseded, or its connection ended. */
        record Over() implements Claim {}
    }

    /** The jobs of a tenant are claimed one after the other, or as many as ask at once would find room. */
    Claim claim(String tenantId, UUID jobId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('sampling_job'), hashtext(?))")
                .param(tenantId)
                .query((_, _) -> true)
                .single();
        if (letsOthersGoFirst(jobId)) {
            return new Claim.Early();
        }
        return take(jobId).<Claim>map(Claim.Ours::new).orElseGet(Claim.Over::new);
    }

    /** Makes the job ours to run; empty when it is over, superseded, or its connection ended. */
    Optional<Turn> take(UUID jobId) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update sampling_job j set state = 'running', started_at = coalesce(j.started_at, :now),
                            runs = j.runs + 1, retry_at = null, touched_at = now()
                        from sampled_connection c
                        where j.job_id = :job and j.state in ('queued', 'running', 'waiting')
                          and c.connection_id = j.connection_id and c.connection_version = j.connection_version
                          and c.state <> 'disconnected'
                        returning j.tenant_id, j.job_id, j.connection_id, j.connection_version, j.sample_version,
                            j.purpose, j.provider, j.correlation_id, j.causation_id, j.started_at, j.runs""")
                .param("now", now)
                .param("job", jobId)
                .query((row, _) -> new Turn(
                        new SampleOrder(
                                row.getObject("job_id", UUID.class),
                                row.getString("tenant_id"),
                                row.getObject("connection_id", UUID.class),
                                row.getLong("connection_version"),
                                row.getLong("sample_version"),
                                SamplePurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                                row.getString("provider"),
                                row.getString("correlation_id"),
                                row.getString("causation_id")),
                        row.getInt("runs"),
                        row.getTimestamp("started_at").toInstant().plus(DEADLINE)))
                .optional();
    }

    /**
     * Whether the job has to let others go first: an older one of its connection, since two would ask the provider for the
     * same, or as many of its tenant as may run at once. A run that was not heard of for long does not count.
     */
    private boolean letsOthersGoFirst(UUID jobId) {
        return jdbc.sql("""
                        select count(*) >= :most
                            or coalesce(bool_or(other.connection_id = mine.connection_id
                                and other.sample_version < mine.sample_version), false)
                        from sampling_job mine join sampling_job other on other.job_id <> mine.job_id
                        where mine.job_id = :job and other.state = 'running' and other.touched_at > now() - make_interval(secs => :silence)""")
                .param("job", jobId)
                .param("most", perTenant)
                .param("silence", SILENCE.toSeconds())
                .query(Boolean.class)
                .single();
    }

    /** Stops what the connection still has to do. */
    void cancel(UUID connectionId) {
        jdbc.sql("""
                        delete from sampling_page where job_id in
                            (select job_id from sampling_job where connection_id = ?)""").param(connectionId).update();
        jdbc.sql("""
                        update sampling_job set state = 'cancelled', finished_at = ?
                        where connection_id = ? and state in ('queued', 'running', 'waiting')""").params(Timestamp.from(clock.instant()), connectionId).update();
    }
}
