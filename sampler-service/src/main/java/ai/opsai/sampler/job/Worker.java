package ai.opsai.sampler.job;

import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.platform.tracing.Traces;
import ai.opsai.platform.tracing.Trail;
import ai.opsai.sampler.job.Jobs.Claim;
import ai.opsai.sampler.sample.Sampling;
import ai.opsai.sampler.sample.Sampling.Outcome;
import ai.opsai.sampler.sample.Turn;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.tracing.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job when its time has come: claims it, carries its order out, and comes back later where that is asked for. */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final int MOST_FAILURES = 6;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final Sampling sampling;
    private final Clock clock;
    private final Traces traces;

    Worker(TenantTransactions transactions, Jobs jobs, Sampling sampling, Clock clock, Traces traces) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sampling = sampling;
        this.clock = clock;
        this.traces = traces;
    }

    CompletionHandler<SamplingTask> execute(TaskInstance<SamplingTask> instance, ExecutionContext context) {
        SamplingTask task = instance.getData();
        return switch (transactions.call(task.tenantId(), () -> jobs.claim(task.tenantId(), task.jobId()))) {
            case Claim.Early() -> again(clock.instant().plus(BUSY));
            case Claim.Over() -> (complete, operations) -> operations.remove();
            case Claim.Ours(Turn turn) ->
                traces.follow(trail(task, turn), "sample", Span.Kind.CONSUMER, () -> carryOut(turn));
        };
    }

    private static Trail trail(SamplingTask task, Turn turn) {
        return new Trail(task.tenantId(), turn.order().correlationId(), task.traceparent());
    }

    private CompletionHandler<SamplingTask> carryOut(Turn turn) {
        if (turn.run() == 1) {
            log.info("📊 Fetching sample data for {}", turn.order().provider());
        }
        return switch (sampling.carryOut(turn)) {
            case Outcome.Ended() -> (complete, operations) -> operations.remove();
            case Outcome.Again(Instant at) -> again(at);
        };
    }

    private static CompletionHandler<SamplingTask> again(Instant at) {
        return (complete, operations) -> operations.reschedule(complete, at);
    }

    /** An error of ours: tried again with growing pauses, and answered in the end, since every request is. */
    void failed(ExecutionComplete complete, ExecutionOperations<SamplingTask> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        SamplingTask task = (SamplingTask) complete.getExecution().taskInstance.getData();
        if (failures < MOST_FAILURES) {
            operations.reschedule(complete, clock.instant().plusSeconds(1L << failures));
            return;
        }
        transactions
                .call(task.tenantId(), () -> jobs.take(task.jobId()))
                .ifPresent(turn ->
                        traces.follow(trail(task, turn), "give up", Span.Kind.CONSUMER, () -> sampling.giveUp(turn)));
        operations.remove();
    }
}
