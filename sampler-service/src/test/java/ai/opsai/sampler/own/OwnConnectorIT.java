package ai.opsai.sampler.own;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.SampleCollected;
import ai.opsai.events.TenantErased;
import ai.opsai.local.stack.Database;
import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.RunningSampler;
import ai.opsai.sampler.SamplesTopic;
import ai.opsai.sampler.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant's connector from its import to the first sample through it. */
class OwnConnectorIT {

    private static final String MANIFEST = """
            version: 6.0.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [deals]}
            streams:
              - type: DeclarativeStream
                name: deals
                primary_key: id
                retriever:
                  type: SimpleRetriever
                  requester:
                    type: HttpRequester
                    url_base: "{{ config['host'] }}"
                    path: /deals
                    authenticator: {type: BearerAuthenticator, api_token: "{{ config['api_key'] }}"}
                  record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
                schema_loader: {type: InlineSchemaLoader, schema: {type: object}}
              - {type: DeclarativeStream, name: ledger, retriever: {type: CustomRetriever, class_name: a.B}}
            spec:
              connection_specification:
                type: object
                required: [host, api_key]
                properties:
                  host: {type: string}
                  api_key: {type: string, airbyte_secret: true}
            """;

    private static TestGateway gateway;
    private static RunningSampler sampler;

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final String tenant = "t-" + UUID.randomUUID();
    private final JsonMapper json = JsonMapper.builder().build();

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
        Database database = RunningSampler.database();
        sampler = RunningSampler.start(database, gateway);
    }

    @AfterAll
    static void stop() {
        sampler.close();
        gateway.close();
    }

    @Test
    void anImportTellsOfEachStreamAndOfTheConfigurationAndCountsVersions() {
        HttpResponse<String> first = keep(tenant, MANIFEST);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        JsonNode connector = json.readTree(first.body());
        assertThat(connector.at("/connectorId").asString()).isEqualTo("pipe");
        assertThat(connector.at("/version").asInt()).isEqualTo(1);
        assertThat(connector.at("/streams/0/runnable").asBoolean()).isTrue();
        assertThat(connector.at("/streams/1/runnable").asBoolean()).isFalse();
        assertThat(connector.at("/streams/1/problems/0/path").asString()).contains("streams[1].retriever");
        assertThat(connector.at("/configSchema/properties/api_key/writeOnly").asBoolean())
                .isTrue();
        assertThat(json.readTree(keep(tenant, MANIFEST).body()).at("/version").asInt())
                .isEqualTo(2);
        assertThat(json.readTree(get(tenant, "").body()).at("/items/0/version").asInt())
                .isEqualTo(2);
    }

    @Test
    void aConnectorIsItsTenantsAlone() {
        keep(tenant, MANIFEST);
        String other = "t-" + UUID.randomUUID();

        assertThat(get(other, "/pipe").statusCode()).isEqualTo(404);
        assertThat(json.readTree(get(other, "").body()).path("items")).isEmpty();
        assertThat(json.readTree(keep(other, MANIFEST).body()).at("/version").asInt())
                .isEqualTo(1);
        assertThat(send(tenant, other, "/pipe", null, "").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoManifestIsRefusedWithItsLine() {
        for (String text : new String[] {"a: [\n", "- a\n", "name: x\n", "a: &a [*a]\nstreams: []\n", "a: \0"}) {
            HttpResponse<String> refused = keep(tenant, text);
            assertThat(refused.statusCode()).as(text + refused.body()).isEqualTo(400);
            assertThat(json.readTree(refused.body()).at("/code").asString()).isEqualTo("invalid_request");
        }
        assertThat(json.readTree(keep(tenant, "a: 1\nb: [\n").body())
                        .at("/detail")
                        .asString())
                .startsWith("Line 3");
        assertThat(json.readTree(get(tenant, "").body()).path("items")).isEmpty();
    }

    @Test
    void aTrialTellsWhatDoesNotFitAndWhatTheProviderSays() {
        keep(tenant, MANIFEST);
        provider.on("/deals", Reply.status(401, "{}"), Reply.json("[{\"id\":1}]"));

        HttpResponse<String> wrong = attempt("{\"host\":7}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json.readTree(wrong.body()).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("config.host", "config.api_key");

        String good = "{\"host\":\"" + provider.url() + "\",\"api_key\":\"key-1234\"}";
        assertThat(json.readTree(attempt(good).body()).at("/code").asString()).isEqualTo("provider_token_rejected");
        HttpResponse<String> opened = attempt(good);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(json.readTree(opened.body()).at("/hosts/0").asString())
                .isEqualTo(URI.create(provider.url()).getAuthority());
    }

    @Test
    void aConnectionThroughItIsSampledAndErasureForgetsIt() {
        keep(tenant, MANIFEST);
        provider.on("/deals", Reply.json("[{\"id\":1,\"title\":\"Ten chairs\"},{\"id\":2}]"));
        UUID connection = UUID.randomUUID();
        gateway.grant(connection, provider.url(), "{\"host\":\"" + provider.url() + "\",\"api_key\":\"key-1234\"}");

        try (SamplesTopic topic = new SamplesTopic()) {
            sampler.publish(tenant, connection, RunningSampler.connected(connection, "pipe", 1, 1));
            SampleCollected collected = topic.awaitCollected(tenant, connection, 1);
            assertThat(collected.entities()).containsOnlyKeys("deals");
            assertThat(Objects.requireNonNull(collected.entities().get("deals")).rowCount())
                    .isEqualTo(2);
        }
        assertThat(provider.received().getFirst().headers()).containsEntry("authorization", "Bearer key-1234");

        sampler.publish(tenant, connection, new TenantErased(Instant.parse("2026-03-04T05:06:07Z")));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(get(tenant, "/pipe").statusCode()).isEqualTo(404));
    }

    private HttpResponse<String> keep(String owner, String manifest) {
        return send(owner, owner, "/pipe?name=Pipe", "application/yaml", manifest);
    }

    private HttpResponse<String> attempt(String config) {
        return send(tenant, tenant, "/pipe/trial", "application/json", config);
    }

    private HttpResponse<String> get(String owner, String path) {
        return send(owner, owner, path, null, "");
    }

    private static HttpResponse<String> send(
            String signed, String owner, String path, @Nullable String type, String body) {
        var assertions = new ServiceAssertions("auth", gateway.callerKey(), Clock.systemUTC());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + sampler.port() + "/internal/v1/tenants/" + owner + "/connectors" + path))
                .header("Authorization", "Bearer " + assertions.sign("sampler", signed, null, "read"));
        if (type != null) {
            request.header("Content-Type", type).POST(BodyPublishers.ofString(body));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
