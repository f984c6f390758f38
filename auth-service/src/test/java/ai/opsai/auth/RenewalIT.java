package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that are renewed though nobody asks for them. */
@ExtendWith(AcmeExtension.class)
class RenewalIT {

    private static final Duration UNTIL_RENEWAL = Duration.ofMinutes(55);
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private final AcmeGateway acme;

    RenewalIT(AcmeGateway acme) {
        this.acme = acme;
    }

    @Test
    void v08_tokensAreRenewedBeforeTheirEndAlsoAfterARestart() {
        UUID connection = acme.connect("ahead");

        acme.clock.advance(UNTIL_RENEWAL);
        await().untilAsserted(() -> assertThat(acme.spent()).containsExactly("r1"));
        awaitToken("ahead", connection, 2);

        acme.gateway.restart(Map.of());
        acme.clock.advance(UNTIL_RENEWAL);
        await().untilAsserted(() -> assertThat(acme.spent()).containsExactly("r1", "r2"));
        awaitToken("ahead", connection, 3);
        acme.disconnect("ahead", connection);
    }

    @Test
    void v08_whoStopsInMidRenewalLeavesItToTheNext() {
        CountDownLatch never = new CountDownLatch(1);
        UUID connection = acme.connect("stopped");
        acme.gateway.world.answer("/acme/token", call -> AcmeGateway.after(never, 503));
        acme.clock.advance(UNTIL_RENEWAL);
        await().untilAsserted(() -> assertThat(acme.spent()).containsExactly("r1"));

        acme.gateway.restart(Map.of());
        never.countDown();
        acme.gateway.world.answer("/acme/token", call -> acme.tokens());
        acme.clock.advance(CLAIM);

        await().untilAsserted(() -> assertThat(acme.spent()).containsExactly("r1", "r1"));
        awaitToken("stopped", connection, 2);
        acme.disconnect("stopped", connection);
    }

    private void awaitToken(String tenant, UUID connection, int version) {
        await().untilAsserted(() -> assertThat(
                        acme.token(tenant, connection).json().get("version").asInt())
                .isEqualTo(version));
    }
}
