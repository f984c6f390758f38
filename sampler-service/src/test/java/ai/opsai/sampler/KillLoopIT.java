package ai.opsai.sampler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleRows;
import ai.opsai.local.stack.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Two samplers under load, one of which is killed again and again at a random moment. A few kills in every build, fifty
 * with {@code -Dopsai.test.full=true}; {@code -Dopsai.test.seed} repeats a run.
 */
class KillLoopIT {

    private static final int KILLS = Boolean.getBoolean("opsai.test.full") ? 50 : 3;
    private static final int CONNECTIONS_PER_KILL = 8;
    private static final int TENANTS = 5;
    private static final int LATENCY_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final long seed = Long.getLong("opsai.test.seed", 20_261_123L);
    private final Random random = new Random(seed);
    private final String run = UUID.randomUUID().toString();
    /** Connections with their tenants. */
    private final Map<UUID, String> connections = new HashMap<>();

    @Test
    void noPageIsFetchedAgainOnceItIsStoredAndNoSampleIsLostOrMadeTwice() throws Exception {
        Database database = RunningSampler.database();
        PageLog log = PageLog.of(database);
        try (TestGateway gateway = TestGateway.start();
                RunningSampler.Outside outside = new RunningSampler.Outside();
                PagedShop shop = PagedShop.start(Duration.ofMillis(LATENCY_MILLIS));
                SamplesTopic topic = new SamplesTopic()) {
            List<String> arguments = arguments(database, gateway);
            var samplers = new ArrayList<SamplerProcess>();
            try {
                samplers.add(SamplerProcess.start(arguments));
                samplers.add(SamplerProcess.start(arguments));
                for (int kill = 0; kill < KILLS; kill++) {
                    connect(gateway, shop, outside);
                    int moment = shop.count() + 1 + random.nextInt(CONNECTIONS_PER_KILL * PagedShop.REQUESTS);
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> shop.count() >= moment);
                    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(2 * LATENCY_MILLIS))
                            .toNanos());
                    int victim = random.nextInt(samplers.size());
                    samplers.get(victim).kill();
                    samplers.set(victim, SamplerProcess.start(arguments));
                }
                connections.forEach((connection, tenant) -> topic.awaitCollected(tenant, connection, 1));
                await().atMost(PATIENCE).until(() -> log.number("select count(*) from sampling.outbox") == 0);
            } finally {
                samplers.forEach(SamplerProcess::close);
            }
            report(shop, log);
            everySampleIsThereOnceAndWhole(topic);
            assertThat(askedAfterTheyWereStored(shop, log)).isEmpty();
            assertThat(log.number("select count(*) from sampling.sampling_page"))
                    .isZero();
            assertThat(log.number("select count(*) from sampling.tenant_sample_data"))
                    .isEqualTo(connections.size());
            assertThat(log.number("select sum(requests) from sampling.sampling_job"))
                    .as("each request is counted, also those whose answers a kill took away")
                    .isGreaterThanOrEqualTo(shop.count());
        }
    }

    /** A dead sampler's jobs are taken up after four missed heartbeats. */
    private static List<String> arguments(Database database, TestGateway gateway) {
        List<String> arguments = RunningSampler.arguments(database, gateway);
        arguments.add("--db-scheduler.heartbeat-interval=1s");
        arguments.add("--db-scheduler.threads=4");
        return arguments;
    }

    private void connect(TestGateway gateway, PagedShop shop, RunningSampler.Outside outside) {
        for (int i = 0; i < CONNECTIONS_PER_KILL; i++) {
            UUID connection = UUID.randomUUID();
            String tenant = run + "-" + connections.size() % TENANTS;
            connections.put(connection, tenant);
            gateway.release(connection, connection.toString(), shop.url());
            outside.publish(tenant, connection, RunningSampler.connected(connection, "shop", 1, 1));
        }
    }

    private void everySampleIsThereOnceAndWhole(SamplesTopic topic) {
        connections.forEach((connection, tenant) -> {
            assertThat(topic.of(tenant))
                    .filteredOn(event -> event instanceof SampleCollected collected
                            && collected.connectionId().equals(connection))
                    .singleElement()
                    .isInstanceOfSatisfying(SampleCollected.class, collected -> {
                        assertThat(requireNonNull(collected.entities().get("customers"))
                                        .rowCount())
                                .isEqualTo(PagedShop.CUSTOMERS);
                        assertThat(requireNonNull(collected.entities().get("orders"))
                                        .rowCount())
                                .isEqualTo(1);
                    });
            assertThat(topic.rows(tenant, connection, 1))
                    .extracting(SampleRows::entity)
                    .containsExactlyInAnyOrder("customers", "orders");
        });
    }

    private static List<PagedShop.Asked> askedAfterTheyWereStored(PagedShop shop, PageLog log) throws Exception {
        List<PageLog.Stored> stored = log.stored();
        return shop.asked().stream()
                .filter(asked -> stored.stream()
                        .anyMatch(page -> page.connection().toString().equals(asked.token())
                                && page.key().startsWith(asked.page())
                                && page.at().isBefore(asked.at())))
                .toList();
    }

    private void report(PagedShop shop, PageLog log) throws Exception {
        int needed = connections.size() * PagedShop.REQUESTS;
        System.out.printf(
                "kills: %d (seed %d), samples: %d, pages stored: %d, requests: %d, asked again before they were stored:"
                        + " %d, after: %d%n",
                KILLS,
                seed,
                connections.size(),
                log.stored().size(),
                shop.count(),
                shop.count() - needed,
                askedAfterTheyWereStored(shop, log).size());
    }
}
