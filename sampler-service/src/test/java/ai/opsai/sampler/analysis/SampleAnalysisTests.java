package ai.opsai.sampler.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.Metric;
import ai.opsai.sampler.label.FieldTitles;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
        SampledProvider known = provider(provider);
        return new SampleAnalysis(clock).of(known.hints(), TestRows.of(known.testMode(), entities, clock));
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

    @Test
    void rowsOfTestModeMakeNoNumbers() {
        EntityRows customers = rows(4L, 4, "{\"id\":%d,\"email\":\"c%d@acme.example\",\"livemode\":true}");
        List<ObjectNode> mixed = new ArrayList<>(customers.rows());
        mixed.add((ObjectNode) json.readTree("{\"id\":9,\"email\":null,\"livemode\":false}"));
        var entities = Map.of("customers", new EntityRows(mixed, 5L));

        ObjectNode analysis = analyse("stripe", entities);

        assertThat(analysis.get("testMode").toString())
                .isEqualTo("{\"rows\":1,\"of\":5,\"apart\":true,\"entities\":{\"customers\":{\"rows\":1,\"of\":5}}}");
        assertThat(analysis.at("/entities/customers/rows").asLong()).isEqualTo(4);
        assertThat(analysis.at("/dataQuality/completeness").asDouble()).isEqualTo(100);
        assertThat(TestRows.of(provider("stripe").testMode(), entities, clock)
                        .live()
                        .get("customers"))
                .satisfies(live -> assertThat(requireNonNull(live).total()).isEqualTo(4));
    }

    @Test
    void aTestAccountShowsItsTestRows() {
        ObjectNode analysis = analyse("stripe", Map.of("customers", rows(null, 3, "{\"id\":%d,\"livemode\":false}")));

        assertThat(analysis.at("/testMode/apart").asBoolean()).isFalse();
        assertThat(analysis.at("/testMode/rows").asLong()).isEqualTo(3);
        assertThat(analysis.at("/entities/customers/rows").asLong()).isEqualTo(3);
    }

    @Test
    void fieldsSayWhatTheyHold() {
        String row = """
                {"id":%d,"status":"open","properties":{"email":"p%d@acme.example","mrr_c":12.50},"updated_at":"2024-03-1%dT10:00:00Z",
                "note":null,"empty":""}""";
        var titles = new FieldTitles(json.readTree("""
                {"properties":{"properties":{"properties":{"mrr_c":{"title":"Monthly revenue"}}}}}"""));
        var entities = Map.of("deals", new EntityRows(rows(null, 10, row).rows(), null, titles));

        ObjectNode analysis = analyse("hubspot", entities);

        JsonNode fields = analysis.at("/entities/deals/fields");
        assertThat(fields.get("properties.email").toString())
                .contains("\"type\":\"string\"", "\"semanticType\":\"email\"", "\"category\":\"email\"")
                .contains("\"filled\":100.0,\"nulls\":0.0,\"empty\":0.0,\"n\":10,\"distinct\":10");
        assertThat(fields.get("properties.mrr_c").toString())
                .contains("\"title\":\"Monthly revenue\"", "\"valueType\":\"decimal(3,1)\"")
                .contains("\"range\":{\"min\":12.5,\"max\":12.5}", "\"confidence\":0.7");
        assertThat(fields.get("status").toString()).contains("\"values\":[{\"value\":\"open\",\"count\":10}]");
        assertThat(fields.get("empty").get("empty").asDouble()).isEqualTo(100);
        assertThat(fields.get("note").get("nulls").asDouble()).isEqualTo(100);
        assertThat(analysis.at("/entities/deals/freshness").toString())
                .isEqualTo("{\"field\":\"updated_at\",\"oldest\":\"2024-03-10T10:00:00Z\","
                        + "\"newest\":\"2024-03-19T10:00:00Z\",\"rows\":10}");
        assertThat(analysis.get("personalData").toString())
                .isEqualTo("[{\"category\":\"email\",\"entity\":\"deals\",\"field\":\"properties.email\","
                        + "\"confidence\":0.93}]");
        assertThat(analysis.at("/dataQuality/n/completeness").asLong()).isEqualTo(70);
    }

    @Test
    void anAnalysisOfVeryManyFieldsStillTravels() {
        var entities = new TreeMap<String, EntityRows>();
        for (int entity = 0; entity < 16; entity++) {
            ObjectNode row = json.createObjectNode();
            for (int field = 0; field < 400; field++) {
                row.put("a_rather_long_name_of_a_field_" + field, "value " + field);
            }
            row.put("k".repeat(100_000), 1);
            entities.put("entity" + entity, new EntityRows(List.of(row), null));
        }

        ObjectNode analysis = analyse("stripe", entities);

        assertThat(analysis.toString()).hasSizeLessThanOrEqualTo(SampleAnalysis.MAX_BYTES);
        JsonNode one = analysis.at("/entities/entity3");
        assertThat(one.get("fields").size()).isPositive();
        assertThat(one.get("fields").size() + one.get("fieldsLeftOut").asInt()).isEqualTo(401);
    }

    @Test
    void theOrderOfRowsDoesNotShow() {
        List<ObjectNode> rows = new ArrayList<>(
                rows(null, 50, "{\"id\":%d,\"status\":\"open\",\"amount\":%d,\"email\":\"p%d@acme.example\"}")
                        .rows());
        String whole =
                analyse("stripe", Map.of("charges", new EntityRows(rows, null))).toString();
        var random = new Random(7);
        for (int round = 0; round < (Boolean.getBoolean("opsai.test.full") ? 1_000 : 20); round++) {
            Collections.shuffle(rows, random);
            assertThat(analyse("stripe", Map.of("charges", new EntityRows(List.copyOf(rows), null)))
                            .toString())
                    .isEqualTo(whole);
        }
    }
}
