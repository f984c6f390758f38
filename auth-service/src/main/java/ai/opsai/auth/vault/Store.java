package ai.opsai.auth.vault;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The vault's tables through one of its pools. */
record Store(TenantTransactions transactions, JdbcClient jdbc) {

    /** Spring does not know this state of PostgreSQL. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    static Store of(DataSource pool) {
        JdbcClient jdbc = JdbcClient.create(pool);
        return new Store(new TenantTransactions(new JdbcTransactionManager(pool), jdbc), jdbc);
    }

    /**
     * As the tenant's transaction, but waits for a locked row twenty seconds at most.
     *
     * @throws CannotAcquireLockException when somebody holds it for longer
     */
    <T extends @Nullable Object> T locked(String tenant, Supplier<T> work) {
        try {
            return transactions.call(tenant, () -> {
                jdbc.sql("select set_config('lock_timeout', '20s', true)")
                        .query(String.class)
                        .single();
                return work.get();
            });
        } catch (UncategorizedSQLException e) {
            SQLException cause = e.getSQLException();
            if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw new CannotAcquireLockException("somebody holds the row for too long", e);
            }
            throw e;
        }
    }

    /** As {@link #locked}, for work without an answer. */
    void run(String tenant, Runnable work) {
        this.<@Nullable Void>locked(tenant, () -> {
            work.run();
            return null;
        });
    }
}
