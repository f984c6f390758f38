package ai.opsai.sampler.job;

import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.job.Jobs.Claim;
import ai.opsai.sampler.sample.Sampling;
import ai.opsai.sampler.sample.Sampling.Outcome;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs a job when its time has come: claims it, carries its order out, and comes back later where that is asked for. */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final int MOST_FAILURES = 6;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final Sampling sampling;
    private final Clock clock;

    Worker(TenantTransactions transactions, Jobs jobs, Sampling sampling, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sampling = sampling;
        this.clock = clock;
    }

    CompletionHandler<SamplingTask> execute(TaskInstance<SamplingTask> instance, ExecutionContext context) {
        SamplingTask task = instance.getData();
        boolean busy = transactions.call(task.tenantId(), () -> jobs.anotherRuns(task.jobId()));
        if (busy) {
            return again(clock.instant().plus(BUSY));
        }
        Optional<Claim> claim = transactions.call(task.tenantId(), () -> jobs.claim(task.jobId()));
        if (claim.isEmpty()) {
            return (complete, operations) -> operations.remove();
        }
        MDC.put(EventFactory.CORRELATION_ID, claim.get().order().correlationId());
        try {
            return carryOut(claim.get());
        } finally {
            MDC.remove(EventFactory.CORRELATION_ID);
        }
    }

    private CompletionHandler<SamplingTask> carryOut(Claim claim) {
        if (claim.first()) {
            log.info("📊 Fetching sample data for {}", claim.order().provider());
        }
        return switch (sampling.carryOut(claim.order(), claim.deadline())) {
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
                .call(task.tenantId(), () -> jobs.claim(task.jobId()))
                .ifPresent(claim -> sampling.giveUp(claim.order()));
        operations.remove();
    }
}
