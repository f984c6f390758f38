package ai.opsai.sampler.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.Metric;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SampleAnalysisTests {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock = Clock.systemUTC();

    private static SampledProvider provider(String id) {
        return ProviderFiles.builtIn().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private EntityRows rows(@Nullable Long total, int count, String row) {
        List<ObjectNode> rows = IntStream.range(0, count)
                .mapToObj(i -> (ObjectNode) json.readTree(row.replace("%d", String.valueOf(i))))
                .toList();
        return new EntityRows(rows, total);
    }

    private ObjectNode analyse(String provider, Map<String, EntityRows> entities) {
        return new SampleAnalysis(clock).of(provider(provider).hints(), entities);
    }

    @Test
    void twoTenantsOfOneProviderGetDifferentAnswersEachWithItsEvidence() {
        ObjectNode subscriptions =
                analyse("stripe", Map.of("subscriptions", rows(null, 20, "{\"id\":%d,\"status\":\"active\"}")));
        ObjectNode sales =
                analyse("stripe", Map.of("charges", rows(null, 20, "{\"id\":%d,\"invoice\":null,\"paid\":true}")));

        assertThat(subscriptions.get("businessModel").asString()).isEqualTo("subscription");
        assertThat(sales.get("businessModel").asString()).isEqualTo("e-commerce");
        JsonNode evidence = sales.get("businessModelEvidence").get(0);
        assertThat(evidence.get("statement").asString())
                .isEqualTo("20 of 20 charges: charges were paid once, without an invoice");
        assertThat(evidence.get("rows").asInt()).isEqualTo(20);
    }

    @Test
    void aHintWithoutRowsDecidesNothing() {
        ObjectNode nothing = analyse("github", Map.of("repositories", new EntityRows(List.of(), 0L)));

        assertThat(nothing.get("businessModel").asString()).isEqualTo("unknown");
        assertThat(nothing.get("businessModelEvidence").size()).isZero();
    }

    @Test
    void qualityIsInPercentAndSaysOnHowManyRows() {
        ObjectNode analysis =
                analyse("github", Map.of("users", rows(null, 4, "{\"id\":%d,\"login\":\"u%d\",\"email\":null}")));

        assertThat(analysis.get("dataQuality").get("completeness").asDouble()).isEqualTo(66.7);
        assertThat(analysis.get("dataQuality").get("rows").asLong()).isEqualTo(4);
        assertThat(analysis.get("entities")
                        .get("users")
                        .get("fields")
                        .get("email")
                        .get("filled")
                        .asDouble())
                .isZero();
    }

    @Test
    void metricsSayOverHowMuchTheyAreComputed() {
        Map<String, Metric> metrics = new Metrics(clock)
                .of(
                        provider("github").metrics(),
                        Map.of(
                                "repositories", rows(3L, 3, "{\"id\":%d,\"stargazers_count\":5,\"private\":false}"),
                                "issues", rows(null, 2, "{\"id\":%d,\"state\":\"open\"}")));

        assertThat(metrics.get("totalStars")).isNotNull().satisfies(metric -> {
            assertThat(metric.value().asInt()).isEqualTo(15);
            assertThat(metric.coverage().exact()).isTrue();
        });
        assertThat(metrics.get("openIssues")).isNotNull().satisfies(metric -> {
            assertThat(metric.value().asInt()).isEqualTo(2);
            assertThat(metric.coverage().of()).isNull();
            assertThat(metric.coverage().exact()).isFalse();
        });
    }

    @Test
    void recurringRevenueIsPerMonthAndCurrency() {
        String yearly = """
                {"id":%d,"status":"active","currency":"eur","items":{"data":[{"quantity":2,"price":{"unit_amount":12000,
                "recurring":{"interval":"year","interval_count":1}}}]}}""";

        Map<String, Metric> metrics =
                new Metrics(clock).of(provider("stripe").metrics(), Map.of("subscriptions", rows(1L, 1, yearly)));

        assertThat(metrics.get("monthlyRecurringRevenueMinor"))
                .isNotNull()
                .satisfies(metric -> assertThat(metric.value().toString()).isEqualTo("{\"eur\":2000}"));
    }
}
