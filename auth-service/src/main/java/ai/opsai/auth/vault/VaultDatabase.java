package ai.opsai.auth.vault;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The vault's own pools, kept from being taken for the service's.
 *
 * @param refreshes apart, since a refresh holds its connection for as long as the provider takes
 */
record VaultDatabase(HikariDataSource pool, HikariDataSource refreshes) implements AutoCloseable {

    @Override
    public void close() {
        pool.close();
        refreshes.close();
    }
}
