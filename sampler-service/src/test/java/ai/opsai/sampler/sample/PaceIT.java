package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.events.SamplePurpose;
import ai.opsai.local.stack.Database;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.RunningSampler;
import ai.opsai.sampler.connector.Pace;
import ai.opsai.sampler.connector.RateLimit;
import ai.opsai.sampler.provider.Courtesy;
import ai.opsai.sampler.provider.Courtesy.Rate;
import ai.opsai.sampler.provider.Courtesy.Sharing;
import ai.opsai.sampler.provider.SampledProvider;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The pace that samplers share, on a real database. */
class PaceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Rate SLOW = new Rate(10, Duration.ofHours(1), Sharing.ACCOUNT);

    private static HikariDataSource pool;
    private static JdbcClient jdbc;
    private static TenantTransactions transactions;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final String provider = "p-" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        Database database = RunningSampler.database();
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername("opsai_sampler");
        pool.setPassword(database.rolePassword());
        pool.setConnectionInitSql("set search_path to sampling");
        jdbc = JdbcClient.create(pool);
        transactions = new TenantTransactions(new JdbcTransactionManager(pool), jdbc);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private Paces paces() {
        return new Paces(transactions, jdbc, Clock.systemUTC(), new SamplingMeters(meters));
    }

    private Pace pace(Turn turn, @Nullable Rate rate) {
        return paces().of(turn, provider(rate));
    }

    private SampledProvider provider(@Nullable Rate rate) {
        return new SampledProvider(
                provider,
                "Shop",
                new Courtesy(100, 8, rate, RateLimit.USUAL),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Shop.PROVIDER.connector());
    }

    /** A running job of a connection of the account. */
    private Turn turn(String account) {
        var order = new SampleOrder(
                UUID.randomUUID(),
                "t-" + UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                1,
                SamplePurpose.CONNECT,
                provider,
                "flow",
                "cause");
        transactions.run(order.tenantId(), () -> {
            jdbc.sql("""
                            insert into sampled_connection (tenant_id, connection_id, provider, connection_version, state,
                                sample_version, account_id)
                            values (?, ?, ?, 1, 'active', 1, ?)""")
                    .params(order.tenantId(), order.connectionId(), provider, account)
                    .update();
            jdbc.sql("""
                            insert into sampling_job (tenant_id, job_id, connection_id, connection_version,
                                sample_version, purpose, provider, correlation_id, causation_id, requested_at, state, runs)
                            values (?, ?, ?, 1, 1, 'connect', ?, 'flow', 'cause', now(), 'running', 1)""")
                    .params(order.tenantId(), order.jobId(), order.connectionId(), provider)
                    .update();
        });
        return new Turn(order, 1, Instant.MAX);
    }

    private void change(Turn turn, String sql) {
        transactions.run(turn.order().tenantId(), () -> jdbc.sql(sql).update());
    }

    private int requests(Turn turn) {
        return new RunningJob(transactions, jdbc, turn).requests();
    }

    private static int taken(Pace pace, int wishes) {
        int taken = 0;
        for (int i = 0; i < wishes; i++) {
            taken += pace.take(PATIENCE).compareTo(PATIENCE) <= 0 ? 1 : 0;
        }
        return taken;
    }

    @Test
    void connectionsOfOneAccountShareItsRateWhoeverAsksAndOtherAccountsHaveTheirOwn() throws Exception {
        List<Callable<Integer>> samplers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Pace pace = pace(turn("acme"), new Rate(100, Duration.ofHours(1), Sharing.ACCOUNT));
            samplers.add(() -> taken(pace, 20));
        }
        int taken = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : threads.invokeAll(samplers)) {
                taken += each.get();
            }
        }

        assertThat(taken).as("the burst of a hundred an hour").isEqualTo(10);
        assertThat(taken(pace(turn("other"), SLOW), 20)).isEqualTo(1);
        assertThat(meters.get("opsai.provider.requests").counter().count()).isEqualTo(11);
    }

    @Test
    void aRateOfTheAppIsSharedByAllAccounts() {
        var rate = new Rate(10, Duration.ofHours(1), Sharing.APP);

        assertThat(taken(pace(turn("acme"), rate), 3)).isEqualTo(1);
        assertThat(taken(pace(turn("other"), rate), 3)).isZero();
    }

    @Test
    void aTurnThatComesSoonIsReservedAndALaterOneIsToldWithoutBeingTaken() {
        Pace pace = pace(turn("acme"), new Rate(10, Duration.ofSeconds(10), Sharing.ACCOUNT));

        assertThat(pace.take(PATIENCE)).isZero();
        assertThat(pace.take(PATIENCE)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        assertThat(pace.take(PATIENCE)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(2));
        Duration later = pace.take(PATIENCE);
        assertThat(later).isGreaterThan(PATIENCE).isLessThan(Duration.ofSeconds(5));
        assertThat(pace.take(Duration.ofSeconds(10))).as("nothing was taken").isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whatOneSamplerWasToldHoldsAllOthersOfTheAccountBack() {
        Pace one = pace(turn("acme"), null);
        Turn other = turn("acme");
        assertThat(taken(pace(other, null), 1)).isEqualTo(1);

        one.holdUntil(Clock.systemUTC().instant().plusSeconds(60));
        one.holdUntil(Clock.systemUTC().instant().plusSeconds(10));

        assertThat(pace(other, null).take(PATIENCE)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(62));
        assertThat(requests(other)).isEqualTo(1);
        assertThat(taken(pace(turn("another account"), null), 1)).isEqualTo(1);
        assertThat(meters.get("opsai.provider.holds").timer().count()).isEqualTo(2);
    }

    @Test
    void requestsAreCountedForTheirJobBeforeTheyAreMade() {
        Turn turn = turn("acme");

        taken(pace(turn, null), 3);

        assertThat(requests(turn)).isEqualTo(3);
        assertThat(new JdbcPages(new RunningJob(transactions, jdbc, turn), jdbc).requests())
                .isEqualTo(3);
    }

    @Test
    void aRunWhoseConnectionEndedOrWasReplacedMakesNoFurtherRequest() {
        Turn ended = turn("acme");
        change(ended, "update sampled_connection set state = 'disconnected'");
        Turn replaced = turn("acme");
        change(replaced, "update sampled_connection set connection_version = 2");

        for (Turn turn : List.of(ended, replaced)) {
            Pace pace = pace(turn, null);
            assertThatExceptionOfType(Superseded.class).isThrownBy(() -> pace.take(PATIENCE));
        }
    }

    @Test
    void aRunWhoseJobAnotherOneHasMakesNoRequestAndStoresNothing() {
        Turn turn = turn("acme");
        change(turn, "update sampling_job set runs = 2");
        Pages pages = new JdbcPages(new RunningJob(transactions, jdbc, turn), jdbc);

        assertThatExceptionOfType(Superseded.class)
                .isThrownBy(() -> pace(turn, null).take(PATIENCE));
        assertThatExceptionOfType(Superseded.class)
                .isThrownBy(() -> pages.store("k", new StoredPage(List.of(), null, 1, 2, 3, null)));
        assertThat(transactions.<Integer>call(
                        turn.order().tenantId(),
                        () -> jdbc.sql("select count(*) from sampling_page")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void whereTheProviderWantsANewConsentTheRunEndsBeforeItsNextRequest() {
        Turn turn = turn("acme");
        change(turn, "update sampled_connection set state = 'reauth_required'");

        assertThatExceptionOfType(SampleRefused.class)
                .isThrownBy(() -> pace(turn, null).take(PATIENCE))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.PROVIDER_TOKEN_REJECTED));
    }

    @Test
    void pacesThatNobodyKeptForADayAreForgotten() {
        taken(pace(turn("acme"), SLOW), 1);
        taken(pace(turn("gone"), SLOW), 1);
        transactions.runWithoutTenant(() -> jdbc.sql("""
                        update provider_pace set due_at = now() - interval '2 days'
                        where pace_id = (select pace_id from provider_pace where provider = ? limit 1)""").param(provider).update());

        assertThat(paces().forget()).isTrue();

        assertThat(jdbc.sql("select count(*) from provider_pace where provider = ?")
                        .param(provider)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(paces().forget()).isFalse();
    }

    @Test
    void aPageComesBackAsItWasStoredFieldByField() {
        Turn turn = turn("acme");
        var job = new RunningJob(transactions, jdbc, turn);
        var row = new java.util.LinkedHashMap<String, @Nullable Object>();
        row.put("zebra", 1);
        row.put("a", null);
        new JdbcPages(job, jdbc).store("k", new StoredPage(List.of(row), null, 1, 20, 300, 4_000L));

        StoredPage page = new JdbcPages(job, jdbc).find("k").orElseThrow();

        assertThat(page).isEqualTo(new StoredPage(List.of(row), null, 1, 20, 300, 4_000L));
        assertThat(page.rows().getFirst().keySet()).containsExactly("zebra", "a");
    }
}
