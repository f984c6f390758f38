package ai.opsai.sampler.sample;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row of a job while a run has it. Work in its transactions takes place only while the job is still this run's. */
final class RunningJob {

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Turn turn;

    RunningJob(TenantTransactions transactions, JdbcClient jdbc, Turn turn) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.turn = turn;
    }

    SampleOrder order() {
        return turn.order();
    }

    /** Reads what belongs to the job or to nobody. */
    <T> T read(Supplier<T> work) {
        return transactions.call(turn.order().tenantId(), work);
    }

    /**
     * Counts a request for the job where the work gives the right to it. The count needs no disk to wait for: what a crash
     * of the database takes away is a little politeness.
     *
     * @throws Superseded when the connection ended or was replaced, or another run has the job
     * @throws SampleRefused when the provider wants a new consent meanwhile
     */
    <T> Optional<T> request(Supplier<Optional<T>> work) {
        return transactions.call(turn.order().tenantId(), () -> {
            jdbc.sql("set local synchronous_commit to off").update();
            Optional<T> right = work.get();
            if (right.isPresent()) {
                touch(1);
            }
            return right;
        });
    }

    /** Commits what the work stores; throws as {@link #request}. */
    void store(Runnable work) {
        transactions.run(turn.order().tenantId(), () -> {
            touch(0);
            work.run();
        });
    }

    /** Requests that were made for the job, in all of its runs. */
    int requests() {
        return read(() -> jdbc.sql("select requests from sampling_job where job_id = ?")
                .param(turn.order().jobId())
                .query(Integer.class)
                .optional()
                .orElse(0));
    }

    private void touch(int requests) {
        String state = jdbc.sql("""
                        update sampling_job j set touched_at = now(), requests = j.requests + ?
                        from sampled_connection c
                        where j.job_id = ? and j.state = 'running' and j.runs = ?
                          and c.connection_id = j.connection_id and c.connection_version = j.connection_version
                          and c.state <> 'disconnected'
                        returning c.state""")
                .params(requests, turn.order().jobId(), turn.run())
                .query(String.class)
                .optional()
                .orElseThrow(Superseded::new);
        if (state.equals("reauth_required")) {
            throw Access.consentNeeded();
        }
    }
}
