package ai.opsai.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.local.stack.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant with many connections, and one that comes later with one. */
class FairnessIT {

    private static final int MANY = 40;
    private static final int AT_ONCE = 5;
    private static final Duration LONG = Duration.ofSeconds(90);

    private final String busy = "busy-" + UUID.randomUUID();
    private final String late = "late-" + UUID.randomUUID();

    @Test
    void aTenantThatComesLateIsServedBeforeTheLastConnectionsOfABusyOne() {
        Database database = RunningSampler.database();
        try (TestGateway gateway = TestGateway.start();
                PagedShop shop = PagedShop.start(Duration.ofMillis(200));
                RunningSampler sampler = RunningSampler.start(database, gateway)) {
            for (int i = 0; i < MANY; i++) {
                connect(sampler, gateway, shop, busy);
            }
            await().atMost(LONG).until(() -> ended(sampler, busy).size() >= AT_ONCE);
            connect(sampler, gateway, shop, late);
            await().atMost(LONG).until(() -> ended(sampler, busy).size() == MANY);

            assertThat(ended(sampler, late)).hasSize(1);
            Instant served = ended(sampler, late).getFirst();
            assertThat(ended(sampler, busy).stream().filter(served::isBefore))
                    .as("samples of the busy tenant that were made after the late one's")
                    .hasSizeGreaterThan(MANY / 4);
            assertThat(atOnce(shop))
                    .as("connections of the busy tenant that were read at once")
                    .isBetween(2, AT_ONCE);
        }
    }

    private static void connect(RunningSampler sampler, TestGateway gateway, PagedShop shop, String tenant) {
        UUID connection = UUID.randomUUID();
        gateway.release(connection, tenant + "/" + connection, shop.url());
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "shop", 1, 1));
    }

    private static List<Instant> ended(RunningSampler sampler, String tenant) {
        return sampler
                .rows(tenant, "select finished_at from sampling_job where state = 'done' order by finished_at")
                .stream()
                .map(row -> ((java.sql.Timestamp) java.util.Objects.requireNonNull(row.get("finished_at"))).toInstant())
                .toList();
    }

    /** How many of the busy tenant's connections were between their first and last request at the same moment. */
    private int atOnce(PagedShop shop) {
        Map<String, List<Instant>> byConnection = new java.util.TreeMap<>();
        shop.asked().stream()
                .filter(asked -> asked.token().startsWith(busy))
                .forEach(asked -> byConnection
                        .computeIfAbsent(asked.token(), _ -> new ArrayList<>())
                        .add(asked.at()));
        return byConnection.values().stream()
                .mapToInt(one -> (int) byConnection.values().stream()
                        .filter(other -> !other.getFirst().isAfter(one.getFirst())
                                && !other.getLast().isBefore(one.getFirst()))
                        .count())
                .max()
                .orElse(0);
    }
}
