package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.Envelope;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeRequested;
import ai.opsai.organizer.job.Jobs;
import ai.opsai.organizer.rebuild.Rebuild;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The runs of a tenant, one after the other, in the order of the topic. Every step happens in a transaction of that
 * tenant, and the next run's job is stored in the transaction that makes room for it.
 */
@Component
public final class RunQueue {

    static final String TASK = "organize";

    private final RunTable runs;
    private final Jobs jobs;
    private final Rebuild rebuild;
    private final JdbcClient jdbc;
    private final Clock clock;

    RunQueue(RunTable runs, Jobs jobs, Rebuild rebuild, JdbcClient jdbc, Clock clock) {
        this.runs = runs;
        this.jobs = jobs;
        this.rebuild = rebuild;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores a request once; while history is read its outcome may still follow, so it does not start then. */
    public void requested(Envelope cause, OrganizeRequested request, long position) {
        runs.request(cause, request, position);
        startNext(cause.tenantId());
    }

    /** An outcome of our own changes nothing; one that these tables don't have yet is repeated. */
    public void organized(Envelope event, DatabaseOrganized outcome, long position) {
        runs.outcome(event, outcome.requestId(), "organized", outcome, position);
        startNext(event.tenantId());
    }

    /** As {@link #organized}. */
    public void failed(Envelope event, OrganizeFailed outcome, long position) {
        runs.outcome(event, outcome.requestId(), "failed", outcome, position);
        startNext(event.tenantId());
    }

    /** Makes the next run active, unless one is. */
    public void startNext(String tenantId) {
        lock(tenantId);
        if (runs.active().isEmpty()) {
            runs.next(rebuild.isReadingHistory()).ifPresent(run -> {
                runs.activate(run.key().requestId(), RunState.WAITING, null);
                jobs.schedule(TASK, run.key().jobId(), clock.instant());
            });
        }
    }

    /** Something that the active run may wait for is there. */
    public void hasten() {
        runs.active().ifPresent(run -> jobs.hasten(TASK, run.key().jobId(), clock.instant()));
    }

    /**
     * Whether outcomes are still to be repeated, or may still come: until then nothing may go that they could name. Holds
     * for the current transaction.
     */
    public boolean isRepeating() {
        return rebuild.isReadingHistory() || runs.hasOutcomes();
    }

    private void lock(String tenantId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(tenantId)
                .query((row, number) -> number)
                .list();
    }
}
