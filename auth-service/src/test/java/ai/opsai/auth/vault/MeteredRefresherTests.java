package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.secret.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeteredRefresherTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TokenServer server = new TokenServer(new MutableClock());
    private final MeteredRefresher refresher = new MeteredRefresher(server, meters);

    @Test
    void everyRefreshIsTimedByWhatCameOfIt() {
        Map<String, Refreshed> answers = Map.of(
                "given", new Refreshed.Given(server.tokens("a", "r", Duration.ofHours(1))),
                "refused", new Refreshed.Refused("invalid_grant"),
                "unanswered", new Refreshed.Unanswered("provider_timeout"));

        answers.forEach((outcome, answer) -> {
            server.answers(refresh -> answer);

            assertThat(refresher.refresh(VaultWorld.PROVIDER, Secret.of("a"), Secret.of("r")))
                    .isSameAs(answer);
            assertThat(meters.get("opsai.token.refreshes")
                            .tags("provider", VaultWorld.PROVIDER.id(), "outcome", outcome)
                            .timer()
                            .count())
                    .isEqualTo(1);
        });
    }
}
