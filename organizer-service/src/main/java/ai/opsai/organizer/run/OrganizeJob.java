package ai.opsai.organizer.run;

import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.platform.tracing.Traces;
import io.micrometer.tracing.Span;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Does one run. Killed at any point it starts over: nothing is visible before the one transaction that stores result,
 * outcome and event, so it ends in one schema version.
 */
@Component
final class OrganizeJob {

    private final TenantTransactions transactions;
    private final Preparation preparation;
    private final RunSteps steps;
    private final Traces traces;

    OrganizeJob(TenantTransactions transactions, Preparation preparation, RunSteps steps, Traces traces) {
        this.transactions = transactions;
        this.preparation = preparation;
        this.steps = steps;
        this.traces = traces;
    }

    /** Does the run, or says when to look again. */
    Optional<Instant> work(RunKey key) {
        Prepared prepared = transactions.call(key.tenantId(), () -> preparation.prepare(key));
        return switch (prepared) {
            case Prepared.Over() -> Optional.empty();
            case Prepared.Later(OrganizeRun run, Instant at) -> {
                inFlow(run, () -> steps.await(run));
                yield Optional.of(at);
            }
            case Prepared.Failure(OrganizeRun run, String code, String message) -> {
                inFlow(run, () -> steps.fail(run, code, message));
                yield Optional.empty();
            }
            case Prepared.Ready(Work work) -> {
                inFlow(work.run(), () -> steps.organize(work));
                yield Optional.empty();
            }
        };
    }

    private void inFlow(OrganizeRun run, Runnable work) {
        traces.follow(run.trail(), "organize", Span.Kind.CONSUMER, work);
    }
}
