package ai.opsai.organizer.run;

import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.platform.tracing.Traces;
import io.micrometer.tracing.Span;
import org.springframework.stereotype.Component;

/** Ends a run that can't be done, so that its request has an answer and the next run its turn. */
@Component
final class RunRescue {

    private final TenantTransactions transactions;
    private final RunTable runs;
    private final RunEnding ending;
    private final Traces traces;

    RunRescue(TenantTransactions transactions, RunTable runs, RunEnding ending, Traces traces) {
        this.transactions = transactions;
        this.runs = runs;
        this.ending = ending;
        this.traces = traces;
    }

    void giveUp(RunKey key) {
        transactions
                .call(key.tenantId(), () -> runs.find(key.requestId()))
                .ifPresent(run -> traces.follow(run.trail(), "give up", Span.Kind.CONSUMER, () -> giveUp(run)));
    }

    private void giveUp(OrganizeRun run) {
        ending.failed(
                run, "internal_error", "The database could not be designed from these samples; this is our fault");
    }
}
