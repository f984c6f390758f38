package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.vault.VaultWorld.Replica;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two replicas and many callers want one expired token. Without the lock, or without the look behind it, two refresh. */
class VaultRaceIT {

    private static final int CALLERS = 50;

    private final VaultWorld world = new VaultWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a25_twoReplicasAndAHundredCallersMakeOneRefreshAndGetTheSameVersion() throws Exception {
        Race race = race(rows -> rows);

        assertThat(race.spent()).containsExactly("r1");
        assertThat(race.outcomes())
                .hasSize(2 * CALLERS)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                TokenOutcome.Granted.class,
                                granted -> assertThat(granted.version()).isEqualTo(2)));
    }

    @Test
    void a25_withoutTheLockOfTheRowTheRaceIsLost() throws Exception {
        assertThat(race(Unlocked::new).spent()).hasSizeGreaterThan(1);
    }

    @Test
    void a26_withoutTheLookBehindTheLockTheRaceIsLost() throws Exception {
        assertThat(race(Unread::new).spent()).hasSizeGreaterThan(1);
    }

    /** Who connects again does so while the end of the connection before is still being worked off. */
    @Test
    void whatIsStoredWhileTheOldIsBeingForgottenIsKept() throws Exception {
        Replica replica = world.replica();
        UUID connection = world.connected(replica, "acme");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection forgetting = world.database.connectAsOwner();
                Statement sql = forgetting.createStatement()) {
            forgetting.setAutoCommit(false);
            sql.execute("select 1 from connections.connection_secret for update");
            Future<?> stored = threads.submit(() -> replica.vault()
                    .store("acme", connection, "acme", world.server.tokens("a2", "r2", Duration.ofHours(1)), Map.of()));
            await().until(this::somebodyWaits);

            sql.execute("delete from connections.connection_secret");
            sql.execute("delete from connections.secret_schedule");
            forgetting.commit();
            stored.get();
        }

        assertThat(replica.ask("acme", connection))
                .isInstanceOfSatisfying(
                        TokenOutcome.Granted.class,
                        granted -> assertThat(granted.access().reveal()).isEqualTo("a2"));
    }

    private record Race(List<String> spent, List<TokenOutcome> outcomes) {}

    /** The token endpoint answers once the other replica waits for the row, or has come to spend the token as well. */
    private Race race(UnaryOperator<SecretRows> mutation) throws Exception {
        List<Replica> replicas = List.of(replica(mutation), replica(mutation));
        UUID connection = world.connected(replicas.getFirst(), "acme");
        world.clock.advance(Duration.ofHours(1));
        AtomicInteger arrived = new AtomicInteger();
        world.server.answers(refresh -> {
            arrived.incrementAndGet();
            await().atMost(Duration.ofSeconds(15)).until(() -> arrived.get() > 1 || somebodyWaits());
            return world.server.next();
        });
        List<TokenOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TokenOutcome>> asked = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                for (Replica replica : replicas) {
                    asked.add(threads.submit(() -> replica.ask("acme", connection)));
                }
            }
            for (Future<TokenOutcome> outcome : asked) {
                outcomes.add(outcome.get());
            }
        }
        return new Race(List.copyOf(world.server.spent), outcomes);
    }

    private Replica replica(UnaryOperator<SecretRows> mutation) {
        return world.replica(LocalKeyset.of(world.keyset), Places.EXACT, mutation);
    }

    private boolean somebodyWaits() {
        return world.count("""
                select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'""") > 0;
    }

    /** Holds no row. */
    private static final class Unlocked extends Mutant {

        Unlocked(SecretRows rows) {
            super(rows);
        }

        @Override
        public @Nullable StoredTokens lock(String tenant, UUID connection) {
            return rows.find(tenant, connection);
        }
    }

    /** Waits for the row, and then goes by what it held when it was first seen. */
    private static final class Unread extends Mutant {

        private final Map<UUID, StoredTokens> seen = new ConcurrentHashMap<>();

        Unread(SecretRows rows) {
            super(rows);
        }

        @Override
        public @Nullable StoredTokens find(String tenant, UUID connection) {
            StoredTokens found = rows.find(tenant, connection);
            return found == null ? null : seen.computeIfAbsent(connection, id -> found);
        }

        @Override
        public @Nullable StoredTokens lock(String tenant, UUID connection) {
            StoredTokens locked = rows.lock(tenant, connection);
            return locked == null ? null : seen.computeIfAbsent(connection, id -> locked);
        }
    }

    private abstract static class Mutant implements SecretRows {

        final SecretRows rows;

        Mutant(SecretRows rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable StoredTokens find(String tenant, UUID connection) {
            return rows.find(tenant, connection);
        }

        @Override
        public void put(String tenant, UUID connection, String provider, Secrets secrets, Instant now) {
            rows.put(tenant, connection, provider, secrets, now);
        }

        @Override
        public boolean replace(String tenant, UUID connection, long version, Secrets secrets, Instant now) {
            return rows.replace(tenant, connection, version, secrets, now);
        }

        @Override
        public void reseal(String tenant, UUID connection, StoredTokens stored) {
            rows.reseal(tenant, connection, stored);
        }

        @Override
        public void intend(UUID connection, UUID attempt, Instant now) {
            rows.intend(connection, attempt, now);
        }

        @Override
        public void setBack(UUID connection, long version, int failures, Instant notBefore) {
            rows.setBack(connection, version, failures, notBefore);
        }

        @Override
        public boolean condemn(UUID connection, long version, String verdict, Instant now) {
            return rows.condemn(connection, version, verdict, now);
        }

        @Override
        public void end(UUID connection, Instant now) {
            rows.end(connection, now);
        }

        @Override
        public void remove(UUID connection) {
            rows.remove(connection);
        }
    }
}
