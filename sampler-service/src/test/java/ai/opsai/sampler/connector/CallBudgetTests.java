package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.connector.CallBudget.Rate;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallBudgetTests {

    @Test
    void strictestPolicyCountsForAllRequests() {
        CallBudget budget = compiled("""
                api_budget:
                  type: HTTPAPIBudget
                  policies:
                    - {type: UnlimitedCallRatePolicy, matchers: []}
                    - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 600, matchers: []}
                    - type: MovingWindowCallRatePolicy
                      matchers: [{type: HttpRequestRegexMatcher, method: GET, url_path_pattern: /search}]
                      rates: [{limit: 20, interval: PT1S}, {limit: "100", interval: PT1M}]
                """).budget();

        assertThat(budget.rate()).isEqualTo(new Rate(100, Duration.ofMinutes(1)));
        assertThat(budget.limit()).isEqualTo(RateLimit.USUAL);
    }

    @Test
    void headersAndStatusesOfTheProviderAreHeeded() {
        RateLimit limit = compiled("""
                definitions:
                  budget:
                    type: HTTPAPIBudget
                    policies: []
                    ratelimit_reset_header: X-Reset
                    ratelimit_remaining_header: X-Left
                    status_codes_for_ratelimit_hit: [420, 429]
                api_budget: {$ref: "#/definitions/budget"}
                """).budget().limit();

        assertThat(limit.statuses()).isEqualTo(Set.of(420, 429));
        assertThat(Objects.requireNonNull(limit.reset()).header()).isEqualTo("X-Reset");
        assertThat(limit.remaining()).isEqualTo("X-Left");
    }

    @Test
    void budgetThatCanNotBeReadIsAWarningWithItsPlace() {
        Connector connector = compiled("""
                api_budget:
                  type: HTTPAPIBudget
                  policies: [{type: FixedWindowCallRatePolicy, period: a minute, call_limit: 60, matchers: []}]
                """);

        assertThat(connector.budget()).isEqualTo(CallBudget.NONE);
        assertThat(connector.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.soft()).isTrue();
            assertThat(problem.message()).contains("a rate is a number of requests in a time like PT1M");
        });
    }

    private static Connector compiled(String yaml) {
        return Connectors.compile("streams: []\n" + yaml);
    }
}
