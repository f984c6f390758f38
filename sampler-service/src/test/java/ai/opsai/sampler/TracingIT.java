package ai.opsai.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.Envelope;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.world.Provider;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sample belongs to the trace of the event that asked for it, across the job and the call for a token. */
class TracingIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final String tenant = "t-" + UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();

    @Test
    void everythingThatASampleSaysCarriesTheTraceOfItsRequest() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                TestGateway gateway = TestGateway.start();
                RunningSampler sampler = RunningSampler.start(RunningSampler.database(), gateway);
                SamplesTopic topic = new SamplesTopic()) {
            gateway.release(connection, sandbox.token(Provider.STRIPE, "acme"), sandbox.baseUrl(Provider.STRIPE));
            sampler.publish(requested());
            topic.awaitCollected(tenant, connection, 1);

            assertThat(topic.envelopes(tenant))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(event -> assertThat(event.traceparent()).startsWith("00-" + TRACE + "-"));
            assertThat(gateway.traceparents(connection))
                    .isNotEmpty()
                    .allSatisfy(context -> assertThat(context).startsWith("00-" + TRACE + "-"));
        }
    }

    private Envelope requested() {
        return new Envelope(
                UUID.randomUUID(),
                tenant,
                connection.toString(),
                "/opsai/auth",
                Instant.parse("2026-03-04T05:06:07Z"),
                "flow",
                null,
                "00-" + TRACE + "-00f067aa0ba902b7-01",
                RunningSampler.connected(connection, "stripe", 1, 1));
    }
}
