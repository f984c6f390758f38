package ai.opsai.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.events.SampleCollected;
import ai.opsai.local.stack.Database;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                SamplesTopic topic = new SamplesTopic()) {
            gateway.release(connection, "token-1234", provider.url());
            List<String> arguments = RunningSampler.arguments(database, gateway);
            Process first = process(arguments);
            try {
                RunningSampler.publishFromOutside(
                        tenant, connection, RunningSampler.connected(connection, "shop", 1, 1));
                await().atMost(LONG).until(() -> asked("/customers") == 2);
            } finally {
                first.destroyForcibly().waitFor();
            }
            Process second = process(arguments);
            try {
                SampleCollected collected = topic.awaitCollected(tenant, connection, 1);
                assertThat(collected.entities().get("customers"))
                        .isNotNull()
                        .satisfies(customers -> assertThat(customers.rowCount()).isEqualTo(3));
                assertThat(provider.received())
                        .extracting(Received::target)
                        .containsExactly("/customers", "/customers?page=1", "/customers?page=1", "/orders");
                assertThat(topic.of(tenant))
                        .filteredOn(SampleCollected.class::isInstance)
                        .hasSize(1);
            } finally {
                second.destroyForcibly().waitFor();
            }
        }
    }

    private long asked(String path) {
        return provider.received().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    private static Process process(List<String> arguments) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                SamplerService.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-sampler.log")));
        builder.environment().putAll(Map.of("LANG", "C.UTF-8"));
        return builder.start();
    }
}
