package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Does one run. Killed at any point it starts over: nothing is visible before the one transaction that stores result,
 * outcome and event, so it ends in one schema version.
 */
@Component
final class OrganizeJob {

    private static final Logger log = LoggerFactory.getLogger(OrganizeJob.class);

    private final TenantTransactions transactions;
    private final Preparation preparation;
    private final Designer designer;
    private final RunEnding ending;
    private final RunProgress progress;

    OrganizeJob(
            TenantTransactions transactions,
            Preparation preparation,
            Designer designer,
            RunEnding ending,
            RunProgress progress) {
        this.transactions = transactions;
        this.preparation = preparation;
        this.designer = designer;
        this.ending = ending;
        this.progress = progress;
    }

    /** Does the run, or says when to look again. */
    Optional<Instant> work(RunKey key) {
        Prepared prepared = transactions.call(key.tenantId(), () -> preparation.prepare(key));
        return switch (prepared) {
            case Prepared.Over() -> Optional.empty();
            case Prepared.Later(OrganizeRun run, Instant at) -> {
                inFlow(run, () -> progress.at(RunProgress.WAITING, key));
                yield Optional.of(at);
            }
            case Prepared.Failure(OrganizeRun run, String code, String message) -> {
                inFlow(run, () -> ending.failed(run, code, message));
                yield Optional.empty();
            }
            case Prepared.Ready(Work work) -> {
                inFlow(work.run(), () -> organize(work));
                yield Optional.empty();
            }
        };
    }

    private void organize(Work work) {
        switch (work.run().outcome()) {
            case Outcome.Organized(DatabaseOrganized event, Instant _) ->
                ending.repeated(work, designer.again(work, event), event);
            case Outcome.Failed _ -> throw new IllegalStateException("A failed run has no design");
            case null -> anew(work);
        }
    }

    private void anew(Work work) {
        log.info(
                "🗄️ Organizing database with collected sample data: {} connections, {} missing",
                work.inputs().size(),
                work.missing().size());
        progress.at(RunProgress.DESIGNING, work.run().key());
        long start = System.nanoTime();
        Design design = designer.anew(work);
        Map<String, Long> durations = new TreeMap<>();
        durations.put("design", Duration.ofNanos(System.nanoTime() - start).toMillis());
        progress.at(RunProgress.WRITING, work.run().key());
        ending.organized(work, design, durations);
    }

    private static void inFlow(OrganizeRun run, Runnable work) {
        try (var _ = MDC.putCloseable(EventFactory.CORRELATION_ID, run.correlationId())) {
            work.run();
        }
    }
}
