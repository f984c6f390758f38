package ai.opsai.platform.messaging;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox as the relay's role sees it, through a small pool of its own. */
final class RelayDatabase implements AutoCloseable {

    private final HikariDataSource pool;

    RelayDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.close();
    }
}
