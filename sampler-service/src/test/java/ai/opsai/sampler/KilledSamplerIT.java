package ai.opsai.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.events.SampleCollected;
import ai.opsai.local.stack.Database;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sampler process that dies between two pages. */
class KilledSamplerIT {

    private static final Duration LONG = Duration.ofSeconds(90);

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final String tenant = "t-" + UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();

    @Test
    void anotherProcessGoesOnWithTheNextPageAndOneSampleIsPublished() throws Exception {
        provider.on(
                        "/customers",
                        Reply.json("[{\"id\":1,\"phone\":\"1\"},{\"id\":2,\"phone\":\"2\"}]"),
                        Reply.json("[]").after(8_000),
                        Reply.json("[{\"id\":3,\"phone\":\"3\"}]"))
                .on("/orders", Reply.json("[{\"id\":\"o1\",\"customer\":1,\"total\":12,\"currency\":\"eur\"}]"));
        Database database = RunningSampler.database();
        try (TestGateway gateway = TestGateway.start();
                RunningSampler.Outside outside = new RunningSampler.Outside();
                SamplesTopic topic = new SamplesTopic()) {
            gateway.release(connection, "token-1234", provider.url());
            List<String> arguments = RunningSampler.arguments(database, gateway);
            SamplerProcess first = SamplerProcess.start(arguments);
            try {
                outside.publish(tenant, connection, RunningSampler.connected(connection, "shop", 1, 1));
                await().atMost(LONG).until(() -> asked("/customers") == 2);
            } finally {
                first.kill();
            }
            try (SamplerProcess _ = SamplerProcess.start(arguments)) {
                SampleCollected collected = topic.awaitCollected(tenant, connection, 1);
                assertThat(collected.entities().get("customers"))
                        .isNotNull()
                        .satisfies(customers -> assertThat(customers.rowCount()).isEqualTo(3));
                assertThat(provider.received())
                        .filteredOn(request -> request.path().equals("/customers"))
                        .extracting(Received::target)
                        .containsExactly("/customers", "/customers?page=1", "/customers?page=1");
                assertThat(topic.of(tenant))
                        .filteredOn(SampleCollected.class::isInstance)
                        .hasSize(1);
            }
        }
    }

    private long asked(String path) {
        return provider.received().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }
}
