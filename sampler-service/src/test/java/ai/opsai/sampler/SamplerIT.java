package ai.opsai.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.local.stack.Database;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.world.Provider;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a connection's event to its sample on the topic, on real parts. */
class SamplerIT {

    private static Sandbox sandbox;
    private static TestGateway gateway;
    private static RunningSampler sampler;
    private static SamplesTopic topic;

    private final String tenant = "t-" + UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        gateway = TestGateway.start();
        Database database = RunningSampler.database();
        sampler = RunningSampler.start(database, gateway);
        topic = new SamplesTopic();
    }

    @AfterAll
    static void stop() {
        topic.close();
        sampler.close();
        gateway.close();
        sandbox.close();
    }

    @Test
    void aConnectedProviderIsSampledStoredAndPublished() {
        gateway.release(connection, sandbox.token(Provider.STRIPE, "acme"), sandbox.baseUrl(Provider.STRIPE));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "stripe", 1, 1));

        SampleCollected collected = topic.awaitCollected(tenant, connection, 1);
        assertThat(collected.entities()).containsKeys("customers", "subscriptions", "charges", "invoices", "products");
        assertThat(collected.metrics()).containsKey("activeSubscriptions");
        assertThat(collected.analysis().get("businessModel").asString()).isEqualTo("subscription");
        long rows = topic.rows(tenant, connection, 1).stream()
                .mapToLong(part -> part.rows().size())
                .sum();
        assertThat(rows)
                .isEqualTo(collected.entities().values().stream()
                        .mapToLong(entity -> entity.rowCount())
                        .sum());
        assertThat(sampler.rows(tenant, "select sample_version from tenant_sample_data"))
                .hasSize(1);
        assertThat(sampler.rows("somebody-else", "select * from tenant_sample_data"))
                .isEmpty();
        assertThat(sampler.rows(tenant, "select * from sampling_page")).isEmpty();
    }

    @Test
    void aRejectedTokenIsRenewedOnceAndThenReported() {
        gateway.release(connection, "gho_nonsense", sandbox.baseUrl(Provider.GITHUB));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "github", 1, 1));

        SampleFailed failed = topic.awaitFailed(tenant, connection);
        assertThat(failed.code()).isEqualTo("provider_token_rejected");
        assertThat(failed.message()).doesNotContain("gho_nonsense");
        assertThat(gateway.bodies()).contains("{\"reject_version\":1}");
    }
}
