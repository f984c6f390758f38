package ai.opsai.auth.vault;

import ai.opsai.platform.background.BackgroundLoop;
import ai.opsai.platform.tenancy.ServiceDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@Import({KeyConfiguration.class, VaultEndpoint.class, VaultProblems.class})
class VaultConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int POOL = 6;
    private static final int REFRESHES_AT_ONCE = 8;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

    /** Its pools log in as the vault's own role: no other code of this service can read a token's row. */
    @Bean
    VaultDatabase vaultDatabase(ServiceDatabase database) {
        return new VaultDatabase(database.pool("opsai_vault", POOL), database.pool("opsai_vault", REFRESHES_AT_ONCE));
    }

    @Bean
    Sealing sealing(VaultDatabase database, VaultTools tools) {
        Store store = Store.of(database.pool());
        TransactionTemplate apart = new TransactionTemplate(new JdbcTransactionManager(database.pool()));
        return new Sealing(apart, store.jdbc(), tools.keys(store.jdbc()), tools.clock());
    }

    @Bean
    Refreshes refreshes(VaultDatabase database, VaultTools tools, Refresher refresher, MeterRegistry meters) {
        Store store = Store.of(database.refreshes());
        return new Refreshes(
                new Refreshes.Through(store, tools.rows(store.jdbc()), new Timetable(store.jdbc())),
                new Judgement(tools.clock()),
                new MeteredRefresher(refresher, meters),
                new RenewalTimes(() -> ThreadLocalRandom.current().nextDouble()),
                tools.stamps());
    }

    @Bean
    Vault vault(VaultDatabase database, VaultTools tools, Refreshes refreshes) {
        Store store = Store.of(database.pool());
        Vault.Keeping keeping = new Vault.Keeping(
                store,
                tools.rows(store.jdbc()),
                new Timetable(store.jdbc()),
                tools.keys(store.jdbc()),
                new Records(store.jdbc()));
        Clock clock = tools.clock();
        return new Vault(keeping, new Judgement(clock), refreshes, new KeyedLocks(LONGEST_QUEUE), clock);
    }

    @Bean
    KeyUpkeep keyUpkeep(VaultDatabase database, VaultTools tools, Canary canary) {
        Store store = Store.of(database.pool());
        return new KeyUpkeep(
                store,
                new KeyUpkeep.Keys(tools.provider(), tools.keys(store.jdbc()), new KeyRows(store.jdbc()), canary),
                new TenantRegister(store.jdbc()),
                new StaleSecrets(store.jdbc(), tools.rows(store.jdbc())),
                tools.clock());
    }

    @Bean
    BackgroundLoop keyUpkeepLoop(KeyUpkeep upkeep) {
        return BackgroundLoop.whileBusy("key-upkeep", LOOK, upkeep::sweepNext);
    }

    @Bean
    MeterBinder rowsOnOldKey(KeyUpkeep upkeep) {
        return registry -> Gauge.builder(
                        "opsai.vault.rows.on.old.key",
                        upkeep,
                        keys -> keys.status().rowsOnOldKey())
                .description("Secrets that an older key still seals; an old key may go only at 0")
                .register(registry);
    }
}
