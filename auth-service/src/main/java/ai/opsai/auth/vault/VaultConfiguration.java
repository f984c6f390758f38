package ai.opsai.auth.vault;

import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.google.crypto.tink.Aead;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Sealing sealing(Environment environment) {
        String file = environment.getProperty("opsai.vault.keyset-file");
        Aead keys = VaultKeyset.load(file == null || file.isBlank() ? null : Path.of(file));
        return new Sealing(keys);
    }

    /** Its pool logs in as the vault's own role: no other code of this service can read a token's row. */
    @Bean
    VaultDatabase vaultDatabase(ServiceDatabase database) {
        return new VaultDatabase(database.pool("opsai_vault", 6));
    }

    @Bean
    Vault vault(
            VaultDatabase database,
            Sealing sealing,
            JsonMapper json,
            Refresher refresher,
            Clock clock,
            MeterRegistry meters) {
        JdbcClient jdbc = JdbcClient.create(database.pool());
        TenantTransactions transactions = new TenantTransactions(new JdbcTransactionManager(database.pool()), jdbc);
        return new Vault(
                transactions, new SecretRows(jdbc, sealing, json), new MeteredRefresher(refresher, meters), clock);
    }
}
