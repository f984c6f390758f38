package ai.opsai.auth.vault;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What of the vault other packages seal with, on a database and a clock of the test's own; no broker. */
public final class SealingWorld implements AutoCloseable {

    private final VaultWorld world = new VaultWorld();
    private final SingleConnectionDataSource service;
    private final Sealing sealing = world.replica().sealing();

    public SealingWorld() {
        service = new SingleConnectionDataSource(
                world.database.jdbcUrl(), "opsai_auth", world.database.rolePassword(), true);
        service.setSchema("connections");
    }

    public Sealing sealing() {
        return sealing;
    }

    public Clock clock() {
        return world.clock;
    }

    public void advance(Duration time) {
        world.clock.advance(time);
    }

    /** The database as the service's own role sees it. */
    public JdbcClient jdbc() {
        return JdbcClient.create(service);
    }

    @Override
    public void close() {
        service.destroy();
        world.close();
    }
}
