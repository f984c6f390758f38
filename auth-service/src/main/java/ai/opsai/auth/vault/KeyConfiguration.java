package ai.opsai.auth.vault;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The key provider that the operator chose, proved by the canary. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(KeyConfiguration.class);
    private static final int CACHED_KEYS = 10_000;

    @Bean
    KeyProvider keyProvider(Environment environment) {
        String chosen = environment.getProperty("opsai.vault.key-provider", "local-keyset");
        return switch (chosen) {
            case "local-keyset" -> LocalKeyset.of(file(environment, "opsai.vault.keyset-file"));
            default ->
                throw new IllegalStateException(
                        "There is no key provider " + chosen + ": set OPSAI_VAULT_KEY_PROVIDER to local-keyset.");
        };
    }

    @Bean
    Canary canary(VaultDatabase database, KeyProvider provider) {
        return new Canary(JdbcClient.create(database.pool()), provider);
    }

    @Bean(destroyMethod = "clear")
    KeyCache keyCache(Clock clock) {
        return new KeyCache(CACHED_KEYS, clock);
    }

    @Bean
    VaultTools vaultTools(
            KeyProvider provider, Canary canary, KeyCache cache, JsonMapper json, VaultTools.Stamps stamps) {
        ProvenKeys proven = new ProvenKeys(provider, canary);
        try {
            proven.prove();
        } catch (DataAccessException e) {
            LOG.warn("The vault's key will be proved with its first use; the database is away: {}", e.getMessage());
        }
        return new VaultTools(proven, cache, Places.EXACT, json, stamps);
    }

    @Bean
    VaultTools.Stamps vaultStamps(IdGenerator ids, Clock clock) {
        return new VaultTools.Stamps(ids, clock);
    }

    private static @Nullable Path file(Environment environment, String property) {
        String file = environment.getProperty(property);
        return file == null || file.isBlank() ? null : Path.of(file);
    }
}
