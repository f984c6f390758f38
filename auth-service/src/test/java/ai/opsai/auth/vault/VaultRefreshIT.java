package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.VaultWorld.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultRefreshIT {

    private static final String TENANT = "acme";

    private final VaultWorld world = new VaultWorld();
    private final Replica replica = world.replica();

    @AfterAll
    void close() {
        world.close();
    }

    private UUID connected() {
        world.server.recovers();
        world.server.spent.clear();
        world.intruder(
                jdbc -> jdbc.sql("delete from connections.secret_schedule").update());
        UUID connection = UUID.randomUUID();
        Refreshed.Given first = (Refreshed.Given) world.server.next();
        replica.vault().store(TENANT, connection, "acme", first.tokens(), Map.of("api_key", Secret.of("k1")));
        return connection;
    }

    private void store(UUID connection, Tokens tokens) {
        replica.vault().store(TENANT, connection, "acme", tokens, Map.of());
    }

    private void expire() {
        world.clock.advance(Duration.ofHours(1));
    }

    private static TokenOutcome.Granted granted(TokenOutcome outcome) {
        assertThat(outcome).isInstanceOf(TokenOutcome.Granted.class);
        return (TokenOutcome.Granted) outcome;
    }

    private static Instant later(TokenOutcome outcome) {
        assertThat(outcome).isInstanceOf(TokenOutcome.Later.class);
        return ((TokenOutcome.Later) outcome).retryAt();
    }

    private static String reason(TokenOutcome outcome) {
        assertThat(outcome).isInstanceOf(TokenOutcome.ReauthRequired.class);
        return ((TokenOutcome.ReauthRequired) outcome).reason();
    }

    private @Nullable String refreshOf(UUID connection) {
        return Objects.requireNonNull(
                        replica.stored(TENANT, connection).tokens().refresh())
                .reveal();
    }

    private @Nullable String previousOf(UUID connection) {
        Secret previous = replica.stored(TENANT, connection).secrets().previousRefresh();
        return previous == null ? null : previous.reveal();
    }

    @Test
    void v08_aGoodTokenIsGivenWithItsConfigurationAndWithoutARefresh() {
        UUID connection = connected();

        TokenOutcome.Granted granted = granted(replica.ask(TENANT, connection));

        assertThat(granted.version()).isEqualTo(1);
        assertThat(granted.config()).containsExactly(Map.entry("api_key", Secret.of("k1")));
        assertThat(world.server.spent).isEmpty();
    }

    @Test
    void v08_anExpiredTokenIsRefreshedOnceAndKeepsItsConfiguration() {
        UUID connection = connected();
        String first = Objects.requireNonNull(refreshOf(connection));
        expire();

        TokenOutcome.Granted granted = granted(replica.ask(TENANT, connection));

        assertThat(granted.version()).isEqualTo(2);
        assertThat(granted.config()).containsEntry("api_key", Secret.of("k1"));
        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(2);
        assertThat(world.server.spent).containsExactly(first);
        assertThat(previousOf(connection)).isEqualTo(first);
    }

    @Test
    void a34_aRejectedVersionForcesOneRefreshAndNotASecond() {
        UUID connection = connected();

        assertThat(granted(replica.reject(TENANT, connection, 1)).version()).isEqualTo(2);
        assertThat(granted(replica.reject(TENANT, connection, 1)).version()).isEqualTo(2);
        assertThat(granted(replica.reject(TENANT, connection, 99)).version()).isEqualTo(2);
        assertThat(world.server.spent).hasSize(1);
    }

    @Test
    void a34_aRejectedTokenWithoutARefreshTokenNeedsItsOwner() {
        UUID connection = UUID.randomUUID();
        store(connection, world.server.tokens("pasted", null, null));

        assertThat(granted(replica.ask(TENANT, connection)).expiresAt()).isNull();
        assertThat(reason(replica.reject(TENANT, connection, 1))).isEqualTo("token_rejected");
    }

    @Test
    void a30_aTokenIsRefreshedTwoMinutesBeforeItsEndAndNotEarlier() {
        UUID connection = connected();
        world.clock.advance(Duration.ofMinutes(58).minusSeconds(1));
        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(1);

        world.clock.advance(Duration.ofSeconds(1));
        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(2);
    }

    @Test
    void a30_aTokenThatNamesNoEndIsNeverRefreshedByTime() {
        UUID connection = UUID.randomUUID();
        store(connection, world.server.tokens("a", "r", null));
        world.clock.advance(Duration.ofDays(400));

        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(1);
    }

    @Test
    void a30_anExpiredTokenWithoutARefreshTokenNeedsItsOwner() {
        UUID connection = UUID.randomUUID();
        Tokens tokens = world.server.tokens("a", null, Duration.ofHours(1));
        store(connection, tokens);

        world.clock.advance(Duration.ofMinutes(59));
        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(1);
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(reason(replica.ask(TENANT, connection))).isEqualTo("token_expired");
    }

    @Test
    void a29_anOutageKeepsTheTokenInUseAndBacksOffFurtherEachTime() {
        UUID connection = connected();
        world.server.answers(refresh -> new Refreshed.Unanswered("provider_error"));
        world.clock.advance(Duration.ofMinutes(59));

        assertThat(granted(replica.ask(TENANT, connection)).version())
                .as("a minute is left of it")
                .isEqualTo(1);
        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(1);
        assertThat(world.server.spent).as("asked once, then left alone").hasSize(1);

        world.clock.advance(Duration.ofMinutes(1));
        assertThat(later(replica.ask(TENANT, connection)))
                .isEqualTo(world.clock.instant().plusSeconds(10));
        assertThat(world.server.spent).hasSize(2);
        assertThat(later(replica.ask(TENANT, connection)))
                .isEqualTo(world.clock.instant().plusSeconds(10));
        assertThat(world.server.spent).hasSize(2);

        for (int failure = 3; failure <= 20; failure++) {
            world.clock.advance(Duration.ofMinutes(15));
            later(replica.ask(TENANT, connection));
        }
        assertThat(later(replica.ask(TENANT, connection)))
                .isEqualTo(world.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(replica.stored(TENANT, connection).setbacks().failures()).isEqualTo(20);
    }

    @Test
    void a29_whatWasSetBackIsDueWhenTheProviderMayBeAskedAgain() {
        UUID connection = connected();
        world.server.answers(refresh -> new Refreshed.Unanswered("provider_timeout"));
        expire();

        Instant retryAt = later(replica.ask(TENANT, connection));

        assertThat(replica.vault().due()).isNull();
        world.clock.advance(Duration.between(world.clock.instant(), retryAt));
        assertThat(replica.vault().due()).isEqualTo(new DueToken(TENANT, connection));
    }

    @Test
    void a29_afterAnOutageTheTokenIsRefreshedAndTheBackOffForgotten() {
        UUID connection = connected();
        world.server.answers(refresh -> new Refreshed.Unanswered("provider_timeout"));
        expire();
        Instant retryAt = later(replica.ask(TENANT, connection));
        world.server.recovers();
        world.clock.advance(Duration.between(world.clock.instant(), retryAt));

        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(2);
        StoredTokens stored = replica.stored(TENANT, connection);
        assertThat(stored.setbacks()).isEqualTo(new StoredTokens.Setbacks(0, null));
        assertThat(stored.attempt()).isNull();
    }

    @Test
    void v12_aRefusedGrantIsRememberedAndTheProviderLeftAlone() {
        UUID connection = connected();
        world.server.answers(refresh -> new Refreshed.Refused("invalid_grant"));
        expire();

        assertThat(reason(replica.ask(TENANT, connection))).isEqualTo("invalid_grant");
        assertThat(reason(replica.ask(TENANT, connection))).isEqualTo("invalid_grant");
        assertThat(world.server.spent).hasSize(1);
        assertThat(replica.vault().due()).isEqualTo(new DueToken(TENANT, connection));

        store(connection, world.server.tokens("new", "r", Duration.ofHours(1)));
        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(2);
    }

    @Test
    void v12_aRefusalIsDueAtOnceWhateverTheTokensAge() {
        UUID connection = connected();
        world.server.answers(refresh -> new Refreshed.Refused("unauthorized_client"));
        assertThat(replica.vault().due()).isNull();

        assertThat(reason(replica.reject(TENANT, connection, 1))).isEqualTo("unauthorized_client");

        assertThat(replica.vault().due()).isEqualTo(new DueToken(TENANT, connection));
    }

    @Test
    void a32_whatEndedOrWasForgottenIsNeverDue() {
        UUID ended = connected();
        replica.vault().end(TENANT, ended, () -> true);
        expire();
        assertThat(replica.vault().due()).isNull();

        UUID forgotten = connected();
        replica.vault().forget(TENANT, forgotten);
        expire();
        assertThat(replica.vault().due()).isNull();
    }

    @Test
    void v12_anApplicationThatIsShutOutNeedsItsOwnerWithoutASecondTry() {
        UUID connection = connected();
        replica.reject(TENANT, connection, 1);
        world.server.spent.clear();
        world.server.answers(refresh -> new Refreshed.Refused("unauthorized_client"));

        assertThat(reason(replica.reject(TENANT, connection, 2))).isEqualTo("unauthorized_client");
        assertThat(world.server.spent).hasSize(1);
    }

    @Test
    void v08_theRefreshTokenBeforeIsTriedOnceWhenTheNewOneIsRefused() {
        UUID connection = connected();
        String first = Objects.requireNonNull(refreshOf(connection));
        replica.reject(TENANT, connection, 1);
        String second = Objects.requireNonNull(refreshOf(connection));
        world.server.spent.clear();
        world.server.answers(
                refresh -> refresh.equals(first) ? world.server.next() : new Refreshed.Refused("invalid_grant"));

        assertThat(granted(replica.reject(TENANT, connection, 2)).version()).isEqualTo(3);
        assertThat(world.server.spent).containsExactly(second, first);
    }

    @Test
    void v08_theRefreshTokenBeforeIsForgottenOnceTheNewOneHasWorked() {
        UUID connection = connected();
        replica.reject(TENANT, connection, 1);
        assertThat(previousOf(connection)).isNotNull();
        world.server.answers(refresh -> new Refreshed.Given(world.server.tokens("a", null, Duration.ofHours(1))));

        assertThat(granted(replica.reject(TENANT, connection, 2)).version()).isEqualTo(3);
        assertThat(previousOf(connection)).isNull();
        assertThat(refreshOf(connection)).isNotNull();
    }

    @Test
    void a27_aCrashBetweenAnswerAndCommitShowsAsALostRefresh() {
        UUID connection = connected();
        expire();
        world.server.answers(refresh -> {
            world.server.next();
            throw new IllegalStateException("the process dies here");
        });
        assertThatIllegalStateException().isThrownBy(() -> replica.ask(TENANT, connection));
        assertThat(replica.stored(TENANT, connection).attempt()).isNotNull();
        world.server.recovers();

        assertThat(reason(world.replica().ask(TENANT, connection))).isEqualTo("refresh_lost");
        assertThat(reason(replica.ask(TENANT, connection))).isEqualTo("refresh_lost");
        assertThat(world.server.spent).as("no storm").hasSize(2);
    }

    @Test
    void a27_aServerThatStillTakesTheOldTokenHealsTheCrash() {
        UUID connection = connected();
        expire();
        world.server.answers(refresh -> {
            throw new IllegalStateException("the process dies here");
        });
        assertThatIllegalStateException().isThrownBy(() -> replica.ask(TENANT, connection));
        world.server.answers(refresh -> world.server.next());

        assertThat(granted(world.replica().ask(TENANT, connection)).version()).isEqualTo(2);
        assertThat(replica.stored(TENANT, connection).attempt()).isNull();
    }

    @Test
    void a28_whoIsRefusedWhileAnotherWasFasterUsesTheOthersToken() {
        UUID connection = connected();
        expire();
        world.server.answers(refresh -> {
            somebodyElseWasFaster(connection);
            return new Refreshed.Refused("invalid_grant");
        });

        TokenOutcome.Granted granted = granted(replica.ask(TENANT, connection));

        assertThat(granted.access()).isEqualTo(Secret.of("w"));
        assertThat(granted.version()).isEqualTo(2);
        assertThat(replica.stored(TENANT, connection).verdict()).isNull();
    }

    @Test
    void v09_tokensThatCameTooLateGiveWayToNewerOnes() {
        UUID connection = connected();
        expire();
        world.server.answers(refresh -> {
            somebodyElseWasFaster(connection);
            return world.server.next();
        });

        TokenOutcome.Granted granted = granted(replica.ask(TENANT, connection));

        assertThat(granted.access()).isEqualTo(Secret.of("w"));
        assertThat(granted.version()).isEqualTo(2);
        assertThat(refreshOf(connection)).isEqualTo("rw");
    }

    @Test
    void v09_tokensOutliveTheDatabaseConnectionThatWasToCommitThem() {
        UUID connection = connected();
        expire();
        world.server.answers(refresh -> {
            loseEveryLock();
            return world.server.next();
        });

        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(2);
        assertThat(replica.stored(TENANT, connection).version()).isEqualTo(2);
    }

    @Test
    void v08_tokensAreRenewedBeforeAnybodyAsks() {
        UUID connection = connected();
        world.clock.advance(Duration.ofMinutes(54));
        assertThat(replica.vault().due()).isNull();

        world.clock.advance(Duration.ofMinutes(1));
        DueToken due = Objects.requireNonNull(replica.vault().due());
        assertThat(due).isEqualTo(new DueToken(TENANT, connection));
        assertThat(world.replica().vault().due()).as("claimed").isNull();
        assertThat(granted(replica.vault().renew(due, VaultWorld.PROVIDER)).version())
                .isEqualTo(2);
        assertThat(granted(replica.vault().renew(due, VaultWorld.PROVIDER)).version())
                .as("it is young again")
                .isEqualTo(2);
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(replica.vault().due()).as("the lease ended with the renewal").isNull();
        replica.vault().forget(TENANT, connection);
    }

    @Test
    void v08_whatIsNotRenewedWithinItsClaimIsDueAgainUnlessItIsSettled() {
        UUID connection = connected();
        expire();
        DueToken due = Objects.requireNonNull(replica.vault().due());
        assertThat(due.connection()).isEqualTo(connection);
        world.clock.advance(Duration.ofMinutes(3));
        assertThat(replica.vault().due()).isEqualTo(due);

        replica.vault().settled(due);
        world.clock.advance(Duration.ofMinutes(3));
        assertThat(replica.vault().due()).isNull();
    }

    @Test
    void a32_whatEndedIsGoneAtOnceAndStaysForTheRevocationUntilItIsForgotten() {
        UUID connection = connected();

        Tokens ended = Objects.requireNonNull(replica.vault().end(TENANT, connection, () -> true));
        assertThat(ended.refresh()).isNotNull();
        assertThat(replica.ask(TENANT, connection)).isEqualTo(new TokenOutcome.Gone());
        assertThat(replica.vault().end(TENANT, connection, () -> true)).isNotNull();

        replica.vault().forget(TENANT, connection);
        assertThat(replica.vault().end(TENANT, connection, () -> true)).isNull();
        assertThat(replica.ask(TENANT, connection)).isEqualTo(new TokenOutcome.Gone());
    }

    @Test
    void a32_whatIsNoLongerToEndIsLeftAlone() {
        UUID connection = connected();

        assertThat(replica.vault().end(TENANT, connection, () -> false)).isNull();

        assertThat(granted(replica.ask(TENANT, connection)).version()).isEqualTo(1);
        replica.vault().forget(TENANT, connection);
    }

    @Test
    void v19_eachReleaseIsOnRecordAndARefusalIsNot() {
        UUID connection = connected();
        replica.ask(TENANT, connection);
        replica.reject(TENANT, connection, 1);
        replica.vault().end(TENANT, connection, () -> true);
        replica.ask(TENANT, connection);

        assertThat(world.<List<String>>intruder(jdbc -> jdbc.sql("""
                        select version || ' ' || service || ' ' || purpose || ' ' || jti from connections.token_release
                        where connection_id = ? order by version""")
                        .param(connection)
                        .query((row, number) -> row.getString(1))
                        .list()))
                .containsExactly("1 sampler sample jti", "2 sampler sample jti");
    }

    private void somebodyElseWasFaster(UUID connection) {
        loseEveryLock();
        Tokens theirs = world.server.tokens("w", "rw", Duration.ofHours(1));
        CompletableFuture.runAsync(() -> store(connection, theirs)).join();
    }

    private void loseEveryLock() {
        assertThat(world.count("""
                select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
                where usename = 'opsai_vault' and state = 'idle in transaction' and datname = current_database()""")).isEqualTo(1);
    }
}
