package ai.opsai.sampler;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.DisconnectReason;
import ai.opsai.events.EventProblem;
import ai.opsai.events.ProviderDisconnected;
import ai.opsai.events.RowOrigin;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SamplePurpose;
import ai.opsai.events.SampleRequested;
import ai.opsai.events.SampleRows;
import ai.opsai.events.SampledEntity;
import ai.opsai.events.SampledRow;
import ai.opsai.local.stack.Database;
import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.world.Provider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a connection's event to its sample on the topic, on real parts. */
class SamplerIT {

    private static Sandbox sandbox;
    private static TestGateway gateway;
    private static RunningSampler sampler;
    private static SamplesTopic topic;

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final String tenant = "t-" + UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private final JsonMapper json = JsonMapper.builder().build();

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

    @Test
    void aRateLimitIsWaitedForAndToldMeanwhile() {
        gateway.release(connection, "token-1234", provider.url());
        provider.on("/orders", Reply.json("[]"))
                .on(
                        "/customers",
                        Reply.status(429, "{}").header("Retry-After", "3"),
                        Reply.json("[{\"id\":1,\"phone\":\"1\"}]"));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "shop", 1, 1));

        topic.awaitCollected(tenant, connection, 1);

        assertThat(topic.of(tenant))
                .filteredOn(SampleFailed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(SampleFailed.class, waiting -> {
                    assertThat(waiting.last()).isFalse();
                    assertThat(waiting.code()).isEqualTo("provider_rate_limited");
                    assertThat(waiting.retryAt()).isNotNull();
                });
    }

    @Test
    void whatWasNotGrantedShowsAsALimitedEntityUntilItIs() {
        gateway.release(connection, "token-1234", provider.url());
        provider.on("/orders", Reply.json("[{\"id\":\"o1\"}]"))
                .on("/customers", Reply.json("[{\"id\":1,\"phone\":\"1\"}]"));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "shop", 1, 1, List.of("orders")));

        EventProblem problem = requireNonNull(problemOfCustomers(1));
        assertThat(problem.code()).isEqualTo("insufficient_scope");
        assertThat(problem.message()).contains("customers");
        assertThat(provider.received()).extracting(FakeProvider.Received::path).containsExactly("/orders");
        assertThat(sampler.rows(
                        tenant,
                        "select sample_data #>> '{entities,customers,problem,code}' as code from tenant_sample_data"))
                .containsExactly(Map.of("code", "insufficient_scope"));

        sampler.publish(
                tenant, connection, RunningSampler.connected(connection, "shop", 2, 2, List.of("orders", "customers")));

        assertThat(problemOfCustomers(2)).isNull();
    }

    @Test
    void aGrantInOtherWordsThanWereAskedLimitsNothing() {
        gateway.release(connection, "token-1234", provider.url());
        provider.on("/orders", Reply.json("[{\"id\":\"o1\"}]"))
                .on("/customers", Reply.json("[{\"id\":1,\"phone\":\"1\"}]"));

        sampler.publish(tenant, connection, RunningSampler.connected(connection, "shop", 1, 1, List.of("shop_app")));

        assertThat(problemOfCustomers(1)).isNull();
    }

    private @Nullable EventProblem problemOfCustomers(long version) {
        Map<String, SampledEntity> entities =
                topic.awaitCollected(tenant, connection, version).entities();
        assertThat(entities).containsKey("customers");
        return requireNonNull(entities.get("customers")).problem();
    }

    @Test
    void aProviderThatFailsEverywhereEndsTheRequestWithItsCode() {
        gateway.release(connection, "token-1234", provider.url());
        provider.on("/customers", Reply.html("<html>Maintenance</html>")).on("/orders", Reply.html("<html/>"));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "shop", 1, 1));

        assertThat(topic.awaitFailed(tenant, connection).code()).isEqualTo("provider_invalid_response");
        assertThat(sampler.rows(tenant, "select * from tenant_sample_data")).isEmpty();
    }

    @Test
    void aProviderWithoutAConnectorIsAnAnswerToo() {
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "nobody", 1, 1));

        assertThat(topic.awaitFailed(tenant, connection).code()).isEqualTo("unknown_provider");
    }

    @Test
    void aLinkingSampleKeepsTheRowsAndAddsThoseOfOtherTools() {
        UUID stripe = UUID.randomUUID();
        gateway.release(connection, sandbox.token(Provider.HUBSPOT, "acme"), sandbox.baseUrl(Provider.HUBSPOT));
        gateway.release(stripe, sandbox.token(Provider.STRIPE, "acme"), sandbox.baseUrl(Provider.STRIPE));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "hubspot", 1, 1));
        SampleCollected first = topic.awaitCollected(tenant, connection, 1);
        sampler.publish(tenant, stripe, RunningSampler.connected(stripe, "stripe", 1, 1));
        topic.awaitCollected(tenant, stripe, 1);

        sampler.publish(
                tenant,
                connection,
                new SampleRequested(connection, 1, 2, SamplePurpose.LINK, Instant.parse("2026-03-04T05:06:07Z")));

        SampleCollected second = topic.awaitCollected(tenant, connection, 2);
        assertThat(second.purpose()).isEqualTo(SamplePurpose.LINK);
        assertThat(rows(second, "contacts")).isGreaterThan(rows(first, "contacts"));
        assertThat(topic.rows(tenant, connection, 2))
                .flatExtracting(SampleRows::rows)
                .extracting(SampledRow::origin)
                .contains(RowOrigin.RECENT, RowOrigin.LOOKUP);
        assertThat(sampler.rows(tenant, "select sample_version from tenant_sample_data where provider = 'hubspot'"))
                .containsExactly(Map.of("sample_version", 2L));
    }

    private static long rows(SampleCollected sample, String entity) {
        return java.util.Objects.requireNonNull(sample.entities().get(entity)).rowCount();
    }

    @Test
    void whatAUserDisconnectsIsForgottenAndOlderNewsChangesNothing() {
        gateway.release(connection, sandbox.token(Provider.GITHUB, "acme"), sandbox.baseUrl(Provider.GITHUB));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "github", 1, 1));
        topic.awaitCollected(tenant, connection, 1);
        Instant at = Instant.parse("2026-03-04T05:06:07Z");

        sampler.publish(
                tenant, connection, new ProviderDisconnected(connection, 1, "github", DisconnectReason.USER, at));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "github", 1, 1));
        sampler.publish(tenant, connection, new SampleRequested(connection, 1, 2, SamplePurpose.REFRESH, at));
        UUID marker = UUID.randomUUID();
        gateway.refuse(marker, 409);
        sampler.publish(tenant, marker, RunningSampler.connected(marker, "github", 1, 1));

        // The marker's answer says that everything before it was handled.
        assertThat(topic.awaitFailed(tenant, marker).code()).isEqualTo("provider_token_rejected");
        assertThat(sampler.rows(tenant, "select * from tenant_sample_data")).isEmpty();
        assertThat(sampler.rows(tenant, "select sample_version from sampling_job where sample_version > 1"))
                .isEmpty();
    }

    @Test
    void redeliveredEventsMakeNoSecondSample() {
        gateway.release(connection, sandbox.token(Provider.HUBSPOT, "acme"), sandbox.baseUrl(Provider.HUBSPOT));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "hubspot", 1, 1));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "hubspot", 1, 1));
        topic.awaitCollected(tenant, connection, 1);
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "hubspot", 1, 1));
        sampler.publish(
                tenant,
                connection,
                new SampleRequested(connection, 1, 2, SamplePurpose.REFRESH, Instant.parse("2026-03-04T05:06:07Z")));

        topic.awaitCollected(tenant, connection, 2);
        assertThat(topic.of(tenant))
                .filteredOn(SampleCollected.class::isInstance)
                .hasSize(2);
    }

    @Test
    void theGatewayReadsSamplesOfTheTenantItProvesToAskFor() throws Exception {
        gateway.release(connection, sandbox.token(Provider.GITHUB, "acme"), sandbox.baseUrl(Provider.GITHUB));
        sampler.publish(tenant, connection, RunningSampler.connected(connection, "github", 1, 1));
        topic.awaitCollected(tenant, connection, 1);
        String samples = "/internal/v1/tenants/" + tenant + "/samples";
        String one = "/internal/v1/tenants/" + tenant + "/connections/" + connection + "/sample";

        JsonNode list = json.readTree(get(samples, tenant).body());
        assertThat(list.at("/items/0/provider").asString()).isEqualTo("github");
        assertThat(list.at("/items/0/sampleData/metrics/totalStars").isNumber()).isTrue();
        assertThat(list.at("/items/0/sampleData/entities/repositories/sample/0/stars")
                        .isNumber())
                .isTrue();
        assertThat(json.readTree(get(samples + "?provider=stripe", tenant).body())
                        .get("items")
                        .size())
                .isZero();
        assertThat(json.readTree(get(one, tenant).body()).get("sampleVersion").asLong())
                .isEqualTo(1);
        assertThat(get(one.replace(connection.toString(), UUID.randomUUID().toString()), tenant)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(samples, "somebody-else").statusCode()).isBetween(401, 404);
        assertThat(get(samples, null).statusCode()).isEqualTo(401);
        assertThat(get("/internal/v1/connectors", tenant).body())
                .contains("\"repositories\"")
                .contains("hubspot");
    }

    private static HttpResponse<String> get(String path, @Nullable String tenant) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sampler.port() + path));
        if (tenant != null) {
            var assertions = new ServiceAssertions("auth", gateway.callerKey(), Clock.systemUTC());
            request.header("Authorization", "Bearer " + assertions.sign("sampler", tenant, null, "read"));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
