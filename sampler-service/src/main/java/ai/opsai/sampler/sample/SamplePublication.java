package ai.opsai.sampler.sample;

import ai.opsai.events.Event;
import ai.opsai.events.SampleFailed;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends a job: its state, the stored sample and the events are one transaction. A job that is no longer ours, or whose
 * connection ended, changes nothing.
 */
final class SamplePublication {

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final EventFactory events;
    private final SampleEvents parts = new SampleEvents();

    SamplePublication(TenantTransactions transactions, JdbcClient jdbc, Outbox outbox, EventFactory events) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.events = events;
    }

    /** Whether the sample is the newest of its connection and was published. */
    boolean publish(Turn turn, Sample sample) {
        return transactions.call(sample.order().tenantId(), () -> {
            if (!end(turn, "done") || upsert(sample) == 0) {
                return false;
            }
            parts.of(sample).forEach(event -> append(sample.order(), event, sample.collectedAt()));
            return true;
        });
    }

    /** The request's final answer: there is no sample. */
    void fail(Turn turn, ProblemCode code, String sentence) {
        SampleOrder order = turn.order();
        transactions.run(order.tenantId(), () -> {
            if (end(turn, "failed")) {
                append(order, failed(order, code, sentence, true, null), null);
            }
        });
    }

    /** The job waits for the provider, and says so; a later answer follows. */
    void waiting(Turn turn, ProblemCode code, String sentence, Instant retryAt) {
        SampleOrder order = turn.order();
        transactions.run(order.tenantId(), () -> {
            if (rest(turn, retryAt)) {
                append(order, failed(order, code, sentence, false, retryAt), null);
            }
        });
    }

    /** The job waits for a sibling, which is nobody's business. */
    void resting(Turn turn, Instant retryAt) {
        transactions.run(turn.order().tenantId(), () -> rest(turn, retryAt));
    }

    /** The order is no longer wanted. Where another run has its job, that one goes on. */
    void abandon(Turn turn) {
        transactions.run(turn.order().tenantId(), () -> end(turn, "superseded"));
    }

    private boolean rest(Turn turn, Instant retryAt) {
        return jdbc.sql("""
                        update sampling_job set state = 'waiting', retry_at = ?
                        where job_id = ? and state = 'running' and runs = ?""")
                        .params(Timestamp.from(retryAt), turn.order().jobId(), turn.run())
                        .update()
                > 0;
    }

    private static SampleFailed failed(
            SampleOrder order, ProblemCode code, String sentence, boolean last, @Nullable Instant retryAt) {
        return new SampleFailed(
                order.connectionId(),
                order.connectionVersion(),
                order.sampleVersion(),
                order.provider(),
                code.wire(),
                sentence,
                last,
                retryAt);
    }

    /** Locks the connection first: samples of one connection end one after the other. */
    private boolean end(Turn turn, String state) {
        SampleOrder order = turn.order();
        boolean active = jdbc.sql("""
                        select 1 from sampled_connection
                        where connection_id = ? and connection_version = ? and state <> 'disconnected' for update""")
                .params(order.connectionId(), order.connectionVersion())
                .query(Integer.class)
                .optional()
                .isPresent();
        int ours = jdbc.sql("""
                        update sampling_job set state = ?, finished_at = now()
                        where job_id = ? and state = 'running' and runs = ?""")
                .params(active ? state : "cancelled", order.jobId(), turn.run())
                .update();
        if (ours > 0) {
            jdbc.sql("delete from sampling_page where job_id = ?")
                    .param(order.jobId())
                    .update();
        }
        return active && ours > 0;
    }

    private int upsert(Sample sample) {
        SampleOrder order = sample.order();
        return jdbc.sql("""
                        insert into tenant_sample_data (tenant_id, provider, connection_id, connection_version,
                            sample_version, sample_data, data_analysis, collected_at, requests)
                        values (:tenant, :provider, :connection, :connectionVersion, :version, cast(:data as jsonb),
                            cast(:analysis as jsonb), :at, :requests)
                        on conflict (connection_id) do update set connection_version = excluded.connection_version,
                            sample_version = excluded.sample_version, sample_data = excluded.sample_data,
                            data_analysis = excluded.data_analysis, collected_at = excluded.collected_at,
                            requests = excluded.requests
                        where excluded.sample_version > tenant_sample_data.sample_version""")
                .param("tenant", order.tenantId())
                .param("provider", order.provider())
                .param("connection", order.connectionId())
                .param("connectionVersion", order.connectionVersion())
                .param("version", order.sampleVersion())
                .param("data", SampleDocument.of(sample).toString())
                .param("analysis", sample.analysis().toString())
                .param("at", Timestamp.from(sample.collectedAt()))
                .param("requests", sample.requests())
                .update();
    }

    private void append(SampleOrder order, Event event, @Nullable Instant at) {
        outbox.append(
                at == null
                        ? events.event(
                                order.tenantId(),
                                order.connectionId(),
                                event,
                                order.correlationId(),
                                order.causationId())
                        : events.event(
                                order.tenantId(),
                                order.connectionId(),
                                event,
                                order.correlationId(),
                                order.causationId(),
                                at));
    }
}
