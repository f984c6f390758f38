package ai.opsai.platform.tenancy;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction that sees one tenant's rows alone: the tenant is set for the transaction, so a pooled
 * connection never carries it on. Work for two tenants can't share a transaction: nesting is refused. Thread-safe.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">PostgreSQL: row security policies</a>
 */
public final class TenantTransactions {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    public TenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
    }

    /** Commits what the work did for this tenant and returns its answer; rolls back when it throws. */
    public <T extends @Nullable Object> T call(String tenantId, Supplier<T> work) {
        Objects.requireNonNull(tenantId, "tenantId");
        return inTransaction(() -> {
            jdbc.sql("select set_config('app.tenant_id', ?, true)")
                    .param(tenantId)
                    .query(String.class)
                    .single();
            return work.get();
        });
    }

    /** As {@link #call}, for work without an answer. */
    public void run(String tenantId, Runnable work) {
        this.<@Nullable Void>call(tenantId, () -> {
            work.run();
            return null;
        });
    }

    /** A transaction over infrastructure tables; tables of tenants show no row in it. */
    public <T extends @Nullable Object> T callWithoutTenant(Supplier<T> work) {
        return inTransaction(work);
    }

    /** As {@link #callWithoutTenant}, for work without an answer. */
    public void runWithoutTenant(Runnable work) {
        this.<@Nullable Void>inTransaction(() -> {
            work.run();
            return null;
        });
    }

    @SuppressWarnings("NullAway") // TransactionTemplate declares a nullable answer; it returns what the work returned
    private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Already in a transaction: tenant-bound work must not be nested");
        }
        return transactions.execute(status -> work.get());
    }
}
