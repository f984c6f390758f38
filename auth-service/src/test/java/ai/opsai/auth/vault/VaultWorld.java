package ai.opsai.auth.vault;

import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.file.ProviderFiles;
import ai.opsai.auth.secret.Secret;
import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A vault on a real database with a scripted token endpoint and a clock of the test's own; replicas share the database. */
final class VaultWorld implements AutoCloseable {

    static final Release RELEASE = new Release("sampler", "sample", "jti");
    /** Any: the vault only passes it on. */
    static final Provider PROVIDER = ProviderFiles.builtIn().getFirst();

    final MutableClock clock = new MutableClock();
    final TokenServer server = new TokenServer(clock);
    final Path keyset;
    private final Path folder = TestFolders.create("vault-");
    final Database database;
    private final List<HikariDataSource> pools = new ArrayList<>();

    VaultWorld() {
        database = Stack.shared()
                .createDatabase("vault")
                .migrate("connections", Path.of("src/main/resources/db/migration"));
        keyset = folder.resolve("keyset.json");
        KeysetFile.create(keyset);
        openToIntruders();
    }

    private void openToIntruders() {
        intruder(jdbc -> {
            for (String table : List.of("connection_secret", "tenant_dek", "token_release")) {
                jdbc.sql("alter table connections." + table + " no force row level security")
                        .update();
            }
            return true;
        });
    }

    /** A process of its own as far as the vault can tell: pools, caches and locks are its own. */
    Replica replica() {
        return replica(LocalKeyset.of(keyset), Places.EXACT, rows -> rows);
    }

    Replica replica(KeyProvider provider, Places places, UnaryOperator<SecretRows> mutation) {
        HikariDataSource pool = pool(8);
        Store store = Store.of(pool);
        Store refreshing = Store.of(pool(4));
        KeyCache cache = new KeyCache(100, clock);
        IdGenerator ids = new AlternativeJdkIdGenerator();
        Canary canary = new Canary(store.jdbc(), provider);
        VaultTools tools = new VaultTools(
                new ProvenKeys(provider, canary),
                cache,
                places,
                JsonMapper.shared(),
                new VaultTools.Stamps(ids, clock));
        Judgement judgement = new Judgement(clock);
        Refreshes refreshes = new Refreshes(
                new Refreshes.Through(
                        refreshing, mutation.apply(tools.rows(refreshing.jdbc())), new Timetable(refreshing.jdbc())),
                judgement,
                server,
                new RenewalTimes(() -> 1.0),
                tools.stamps());
        SecretRows rows = mutation.apply(tools.rows(store.jdbc()));
        DataKeys keys = tools.keys(store.jdbc());
        Vault vault = new Vault(
                new Vault.Keeping(store, rows, new Timetable(store.jdbc()), keys, new Records(store.jdbc())),
                judgement,
                refreshes,
                new KeyedLocks(Duration.ofSeconds(20)),
                clock);
        KeyUpkeep upkeep = new KeyUpkeep(
                store,
                new KeyUpkeep.Keys(tools.provider(), keys, new KeyRows(store.jdbc()), canary),
                new TenantRegister(store.jdbc()),
                new StaleSecrets(store.jdbc(), rows),
                clock);
        Sealing sealing =
                new Sealing(new TransactionTemplate(new JdbcTransactionManager(pool)), store.jdbc(), keys, clock);
        return new Replica(vault, upkeep, store, cache, tools, sealing);
    }

    record Replica(Vault vault, KeyUpkeep upkeep, Store store, KeyCache cache, VaultTools tools, Sealing sealing) {

        TokenOutcome ask(String tenant, UUID connection) {
            return vault.token(tenant, connection, PROVIDER, null, RELEASE);
        }

        TokenOutcome reject(String tenant, UUID connection, long version) {
            return vault.token(tenant, connection, PROVIDER, version, RELEASE);
        }

        StoredTokens stored(String tenant, UUID connection) {
            StoredTokens stored = store.transactions()
                    .call(tenant, () -> tools.rows(store.jdbc()).find(tenant, connection));
            return Objects.requireNonNull(stored);
        }

        void sweepAll() {
            while (upkeep.sweepNext()) {
                // until no tenant is due
            }
        }
    }

    /** Tokens r1 and a1 that live for an hour. */
    UUID connected(Replica replica, String tenant) {
        UUID connection = UUID.randomUUID();
        replica.vault()
                .store(
                        tenant,
                        connection,
                        "acme",
                        server.tokens("a1", "r1", Duration.ofHours(1)),
                        Map.of("api_key", Secret.of("k1")));
        return connection;
    }

    /** Sees and changes everything, as who has got into the database would. */
    <T> T intruder(Function<JdbcClient, T> work) {
        try (Connection connection = database.connectAsOwner()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return work.apply(jdbc);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks about the vault's own logins, which nobody else may see. */
    long count(String sql) {
        try (Connection connection = database.connect("opsai_vault")) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(sql)
                    .query(Long.class)
                    .single();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername("opsai_vault");
        config.setPassword(database.rolePassword());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(20_000);
        config.addDataSourceProperty("currentSchema", "connections");
        config.addDataSourceProperty("socketTimeout", 30);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        TestFolders.delete(folder);
    }
}
