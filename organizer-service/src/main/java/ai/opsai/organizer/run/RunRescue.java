package ai.opsai.organizer.run;

import ai.opsai.platform.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;

/** Ends a run that can't be done, so that its request has an answer and the next run its turn. */
@Component
final class RunRescue {

    private final TenantTransactions transactions;
    private final RunTable runs;
    private final RunEnding ending;

    RunRescue(TenantTransactions transactions, RunTable runs, RunEnding ending) {
        this.transactions = transactions;
        this.runs = runs;
        this.ending = ending;
    }

    void giveUp(RunKey key) {
        transactions
                .call(key.tenantId(), () -> runs.find(key.requestId()))
                .ifPresent(run -> ending.failed(
                        run,
                        "internal_error",
                        "The database could not be designed from these samples; this is our fault"));
    }
}
