package ai.opsai.organizer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.local.stack.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadsIT {

    private static final String TENANT = Topics.newTenant();
    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("00000000-0000-7000-8000-000000000003");
    private static final Database DATABASE = TestOrganizer.database();

    private static @Nullable TestOrganizer organizer;
    private static @Nullable UUID request;

    private final Gateway gateway = new Gateway(running(), TENANT);

    @BeforeAll
    static void start() {
        organizer = TestOrganizer.start(DATABASE, TestOrganizer.newGroup(), Map.of());
        Tables tables = new Tables(DATABASE, TENANT);
        try (Topics topics = new Topics(TENANT)) {
            topics.sample(FIRST, "stripe", 1, customers("\"a@one.example\""));
            organize(tables, topics.organize(Map.of(FIRST, 1L)));
            topics.sample(
                    SECOND,
                    "stripe",
                    1,
                    Map.of(
                            "customers",
                            List.of("{\"id\": \"cus_2\", \"email\": \"b@two.example\", \"phone\": \"+4930123456\"}"),
                            "products",
                            List.of("{\"id\": \"prod_1\", \"name\": \"Plan\"}")));
            topics.sample(
                    THIRD,
                    "hubspot",
                    1,
                    Map.of(
                            "contacts",
                            List.of(
                                    "{\"id\": \"501\", \"email\": \"xena@one.example\", \"firstname\": \"Xena\", \"lastname\": \"Orlov\"}",
                                    "{\"id\": \"502\", \"email\": \"yuri@two.example\", \"firstname\": \"Yuri\", \"lastname\": \"Pell\"}",
                                    "{\"id\": \"503\", \"email\": \"zoe@three.example\", \"firstname\": \"Zoe\", \"lastname\": \"Quist\"}")));
            request = topics.organize(Map.of(FIRST, 1L, SECOND, 1L, THIRD, 1L));
            organize(tables, requireNonNull(request));
        }
    }

    private static TestOrganizer running() {
        return requireNonNull(organizer);
    }

    @AfterAll
    static void stop() {
        running().close();
    }

    @Test
    void latestSchemaAndAnEarlierOne() {
        JsonNode latest = gateway.json("schema");
        assertThat(latest.path("tenantId").asString()).isEqualTo(TENANT);
        assertThat(latest.path("version").asInt()).isEqualTo(2);
        assertThat(latest.path("entities").has("stripe_products")).isTrue();
        assertThat(latest.path("engine").asString()).isEqualTo("deterministic");

        JsonNode first = gateway.json("schema?version=1");
        assertThat(first.path("entities").has("stripe_products")).isFalse();
        assertThat(gateway.get("schema?version=9").statusCode()).isEqualTo(404);
    }

    @Test
    void schemaAsSql() {
        var answer = gateway.get("schema", "application/sql", gateway.assertion(TENANT));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/sql"));
        assertThat(answer.body().toLowerCase(Locale.ROOT)).contains("create table");
    }

    @Test
    void whoHasAVersionIsNotSentItAgain() {
        String version = gateway.get("schema").headers().firstValue("etag").orElseThrow();
        var again = gateway.get("schema", "application/json", gateway.assertion(TENANT), "If-None-Match", version);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var earlier = gateway.get(
                "schema?version=1", "application/json", gateway.assertion(TENANT), "If-None-Match", version);
        assertThat(earlier.statusCode()).isEqualTo(200);
    }

    @Test
    void anyContentTypeGetsJson() {
        var answer = gateway.get("schema", "*/*", gateway.assertion(TENANT));
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    @Test
    void versionsAndTheirDifference() {
        JsonNode versions = gateway.json("schema/versions").path("items");
        assertThat(versions.size()).isEqualTo(2);
        assertThat(versions.get(1).path("changes").asInt()).isPositive();

        JsonNode diff = gateway.json("schema/diff?from=1&to=2");
        assertThat(diff.path("breaking").asBoolean()).isFalse();
        assertThat(diff.path("changes").findValuesAsString("kind")).contains("entity_added", "field_added");
        assertThat(gateway.json("schema/diff?from=2&to=1").path("breaking").asBoolean())
                .isTrue();
    }

    @Test
    void rowsPageByPageInOrder() {
        List<String> ids = new ArrayList<>();
        JsonNode page = gateway.json("data/stripe_customers?limit=2");
        ids.addAll(page.path("items").findValuesAsString("entityId"));
        assertThat(ids).containsExactly("cus_1", "cus_2");
        JsonNode next = gateway.json("data/stripe_customers?limit=2&cursor="
                + page.path("nextCursor").asString());
        ids.addAll(next.path("items").findValuesAsString("entityId"));
        assertThat(ids).containsExactly("cus_1", "cus_2", "cus_2", "cus_3");
        assertThat(next.has("nextCursor")).isFalse();
        assertThat(page.path("items").get(0).path("connectionId").asString()).isEqualTo(FIRST.toString());
        assertThat(page.path("items")
                        .get(0)
                        .at("/provenance/records/0/sampleVersion")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void oneIdInTwoConnectionsMustBeChosen() {
        assertThat(gateway.json("data/stripe_customers/cus_2").path("code").asString())
                .isEqualTo("ambiguous_entity");
        JsonNode chosen = gateway.json("data/stripe_customers/cus_2?connectionId=" + SECOND);
        assertThat(chosen.at("/data/email").asString()).isEqualTo("b@two.example");
        assertThat(gateway.get("data/stripe_customers/none").statusCode()).isEqualTo(404);
        assertThat(gateway.json("data/no_entity").path("code").asString()).isEqualTo("unknown_entity");
    }

    @Test
    void badPagesAreRefused() {
        assertThat(gateway.json("data/stripe_customers?cursor=%21").path("code").asString())
                .isEqualTo("invalid_cursor");
        assertThat(gateway.json("data/stripe_customers?limit=0").path("code").asString())
                .isEqualTo("invalid_request");
        assertThat(gateway.json("data/stripe_customers?limit=many").path("code").asString())
                .isEqualTo("invalid_request");
    }

    @Test
    void resultOfARun() {
        JsonNode run = gateway.json("runs/" + request);
        assertThat(run.path("schemaVersion").asInt()).isEqualTo(2);
        assertThat(run.path("changed").asBoolean()).isTrue();
        assertThat(run.at("/counts/stripe_customers").asInt()).isEqualTo(4);
        assertThat(run.path("entities").has("stripe_customers")).isTrue();
        assertThat(run.path("relationships").isArray()).isTrue();
        assertThat(run.path("missing").isArray()).isTrue();
        assertThat(gateway.get("runs/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void openQuestionsAreAList() {
        assertThat(gateway.json("review").path("items").isArray()).isTrue();
    }

    @Test
    void entityRecordAndPairAreExplained() {
        assertThat(gateway.get("explain?entity=stripe_customers").statusCode()).isEqualTo(200);
        String unified = gateway.json("data/unified_customers?limit=1")
                .at("/items/0/entityId")
                .asString();
        JsonNode record = gateway.json("explain?entity=unified_customers&id=" + unified);
        assertThat(record.path("members").isArray()).as(record.toString()).isTrue();
        JsonNode pair = gateway.json("explain?entity=unified_customers&id=cus_1&otherId=cus_3");
        assertThat(pair.path("joined").asBoolean(true)).as(pair.toString()).isFalse();
        assertThat(pair.path("reason").asString()).isNotBlank();
        assertThat(gateway.get("explain?entity=unified_customers&id=none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingToExplainIsSaid() {
        assertThat(gateway.json("explain?entity=no_entity").path("code").asString())
                .isEqualTo("unknown_entity");
    }

    @Test
    void readsNeedAnAssertionForTheTenant() {
        assertThat(gateway.get("schema", "application/json", "Bearer nonsense").statusCode())
                .isEqualTo(401);
        assertThat(gateway.get("schema", "application/json", gateway.assertion("another"))
                        .statusCode())
                .isEqualTo(401);
        String once = gateway.assertion(TENANT);
        assertThat(gateway.get("schema", "application/json", once).statusCode()).isEqualTo(200);
        assertThat(gateway.get("schema", "application/json", once).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherTenantHasNoSchema() {
        Gateway other = new Gateway(running(), Topics.newTenant());
        assertThat(other.json("schema").path("code").asString()).isEqualTo("no_schema");
        assertThat(other.json("data/stripe_customers").path("code").asString()).isEqualTo("no_schema");
        assertThat(other.json("review").path("code").asString()).isEqualTo("no_schema");
    }

    private static Map<String, List<String>> customers(String email) {
        return Map.of(
                "customers",
                List.of(
                        "{\"id\": \"cus_1\", \"name\": \"Ann Adler\", \"email\": " + email + "}",
                        "{\"id\": \"cus_2\", \"name\": \"Xena Orlov\", \"email\": \"xena@one.example\"}",
                        "{\"id\": \"cus_3\", \"name\": \"Yuri Pell\", \"email\": \"yuri@two.example\"}"));
    }

    private static void organize(Tables tables, UUID request) {
        await().atMost(Duration.ofSeconds(60)).until(() -> tables.run(request), "done"::equals);
    }
}
