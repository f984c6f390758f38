package ai.opsai.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what is committed: within a transaction only once it is, so that what was rolled back did not happen. */
public final class CommittedCounts {

    private final MeterRegistry meters;

    public CommittedCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param tags names and values in turn; few values of each, and never a tenant */
    public void count(String name, String... tags) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            meters.counter(name, tags).increment();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                meters.counter(name, tags).increment();
            }
        });
    }
}
