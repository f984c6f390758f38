package ai.opsai.auth.vault;

import com.zaxxer.hikari.HikariDataSource;

/** The vault's own pool, kept from being taken for the service's. */
record VaultDatabase(HikariDataSource pool) implements AutoCloseable {

    @Override
    public void close() {
        pool.close();
    }
}
