package ai.opsai.sampler.own;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.provider.Courtesy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnConnectorTests {

    @Test
    void samplesKeepToTheBudgetOfTheManifest() {
        String yaml = """
                api_budget:
                  type: HTTPAPIBudget
                  policies: [{type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 60, matchers: []}]
                streams: [{type: DeclarativeStream, name: deals}]
                """;
        var connector = new OwnConnector("pipe", "Pipe", 1, ManifestText.read("pipe.yaml", yaml));

        assertThat(connector.provider().courtesy().rate())
                .isEqualTo(new Courtesy.Rate(60, Duration.ofMinutes(1), Courtesy.Sharing.ACCOUNT));
    }
}
