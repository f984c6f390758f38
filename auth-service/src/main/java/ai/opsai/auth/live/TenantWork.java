package ai.opsai.auth.live;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads and writes of one tenant. Writes of a tenant follow one another, so its live events and its state machines see
 * one order; those who wait for a change are woken once it is committed.
 */
public final class TenantWork {

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Changes changes;

    TenantWork(TenantTransactions transactions, JdbcClient jdbc, Changes changes) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.changes = changes;
    }

    public <T extends @Nullable Object> T read(String tenant, Supplier<T> work) {
        return transactions.call(tenant, work);
    }

    public <T extends @Nullable Object> T write(String tenant, Supplier<T> work) {
        T result = transactions.call(tenant, () -> {
            lock(tenant);
            return work.get();
        });
        changes.wake(tenant);
        return result;
    }

    /** As {@link #write}, for work without an answer. */
    public void change(String tenant, Runnable work) {
        transactions.run(tenant, () -> {
            lock(tenant);
            work.run();
        });
        changes.wake(tenant);
    }

    private void lock(String tenant) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('opsai tenant ' || ?, 0))")
                .param(tenant)
                .query((row, number) -> true)
                .single();
    }
}
