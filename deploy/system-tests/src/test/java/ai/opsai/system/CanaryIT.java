package ai.opsai.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.world.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A33: whatever happens to them, secrets lie nowhere. A careless provider issues them, repeats them in its rows and errors,
 * and lets refreshes fail; afterwards every place that keeps something is searched for each of them in every form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryIT {

    private static final String CLIENT_SECRET = "canary-client-secret-" + UUID.randomUUID();
    private static final String TENANT = "canary";

    private final Markers markers = new Markers();
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withClient("sandbox-client", CLIENT_SECRET));
    private final Wiretap provider = Wiretap.start(sandbox.baseUrl(), markers);
    private final SpanCollector spans = SpanCollector.start();
    private OpsaiSystem system;
    private HidingPlaces places;
    private Frontend frontend;

    @BeforeAll
    void start(@TempDir Path folder) {
        markers.add(CLIENT_SECRET);
        system = OpsaiSystem.start(folder, sandbox, environment());
        places = new HidingPlaces(system, spans);
        frontend = new Frontend(system.gateway(), TENANT, places::saw);
    }

    @AfterAll
    void stop() {
        system.close();
        provider.close();
        spans.close();
    }

    @Test
    @Order(1)
    void secretsLieNowhere() throws SQLException, IOException {
        String github = frontend.connect("github");
        String stripe = frontend.connect("stripe");
        List.of(github, stripe).forEach(frontend::awaitSample);
        frontend.awaitQuiet();
        assertThat(frontend.organize().path("status").asString()).isEqualTo("succeeded");
        refreshWorksAndThenFails(stripe);
        pastedTokensAreRefused();
        requestsAreBad();
        callbacksAreForged();
        assertThat(frontend.delete("/api/connections/" + github + "?tenantId=" + TENANT)
                        .status())
                .isEqualTo(204);
        spansArrive();

        assertThat(markers.all()).as("secrets of all kinds were on the wire").hasSizeGreaterThan(10);
        assertThat(places.searchedFor(markers)).isEmpty();
    }

    @Test
    @Order(2)
    void whatLiesSomewhereIsFound() throws Exception {
        String planted = "planted-" + UUID.randomUUID();
        plantInTopic(planted);
        plantInTables(planted);
        plantInLog(planted);
        plantInSpans(planted);
        frontend.post("/api/connections", Map.of("provider", "nobody"), "X-Correlation-Id", planted);
        Markers only = new Markers();
        only.add(planted);

        assertThat(places.searchedFor(only))
                .containsKeys(
                        "topic opsai.connections.v1.dlt",
                        "table organizing.planted_text",
                        "table sampling.planted_bytes",
                        "log auth",
                        "spans",
                        "answers");
    }

    private void refreshWorksAndThenFails(String connection) {
        sandbox.tokens().expireAccessTokens(Provider.STRIPE);
        newSample(connection, "collected", "partial");
        sandbox.tokens().revokeAccount(Provider.STRIPE, "acme");
        newSample(connection, "failed");
        frontend.awaitConnection(
                connection, found -> found.path("status").asString("").equals("reauth_required"));
    }

    private void newSample(String connection, String... ends) {
        String path = "/api/connections/" + connection;
        long before = version(frontend.get(path + "?tenantId=" + TENANT).json());
        frontend.post(path + "/sample?tenantId=" + TENANT, Map.of("tenantId", TENANT), "Prefer", "respond-async");
        frontend.awaitConnection(
                connection,
                found -> version(found) > before
                        && List.of(ends).contains(found.at("/sample/status").asString("")));
    }

    private static long version(JsonNode connection) {
        return connection.at("/sample/sampleVersion").asLong(0);
    }

    private void pastedTokensAreRefused() {
        for (String shape : List.of("gho_%s", "sk_live_%s", "pat-na1-%s", "nobody-knows-%s")) {
            Reply refused = frontend.post(
                    "/api/providers/sample-data",
                    Map.of("provider", "github", "accessToken", secret(shape), "tenantId", TENANT),
                    "Prefer",
                    "wait=30");
            assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
        }
    }

    private void requestsAreBad() {
        List<String> bodies = List.of(
                "{\"provider\":\"github\",\"accessToken\":{\"deep\":\"%s\"},\"tenantId\":\"canary\"}",
                "{\"provider\":\"github\",\"accessToken\":\"%s",
                "{\"provider\":\"nobody\",\"accessToken\":\"%s\",\"tenantId\":\"canary\"}",
                "{\"provider\":[\"%s\"]}",
                "\"%s\"",
                "%s");
        for (String body : bodies) {
            for (String path : List.of("/api/providers/sample-data", "/api/connections")) {
                Reply answer = frontend.postText(path, body.formatted(secret("gho_%s")));
                assertThat(answer.status()).as(body).isLessThan(500);
            }
        }
        frontend.postForm("/api/connections", "token=" + secret("form-%s"));
        frontend.post("/api/connections", Map.of("provider", "x"), "Authorization", "Bearer " + secret("bearer-%s"));
        frontend.post("/api/connections", Map.of("provider", "x"), "Idempotency-Key", secret("key-%s") + "\u00e9");
    }

    private void callbacksAreForged() {
        Browser browser = new Browser(places::saw);
        for (String query : List.of("code=%s", "code=%s&state=unknown", "error=%s&state=unknown")) {
            browser.open(system.gateway().resolve("/login/oauth2/code/github?" + query.formatted(secret("code-%s"))));
        }
    }

    private String secret(String shape) {
        String secret = shape.formatted(UUID.randomUUID().toString().replace("-", ""));
        markers.add(secret);
        return secret;
    }

    /** Spans leave every few seconds; those of the last requests are waited for. */
    private void spansArrive() {
        frontend.get("/api/providers");
        await().atMost(Frontend.LONG)
                .until(() -> spans.exports().stream()
                        .anyMatch(export -> new String(export, UTF_8).contains("/api/providers")));
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        provider(all, "GITHUB", "/login/oauth/access_token");
        provider(all, "STRIPE", "/oauth/token");
        all.put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", spans.endpoint());
        return all;
    }

    private void provider(Map<String, String> all, String name, String tokenPath) {
        String base = provider.baseUrl() + "/" + name.toLowerCase(Locale.ROOT);
        all.put("OPSAI_PROVIDERS_" + name + "_TOKEN_URI", base + tokenPath);
        all.put("OPSAI_PROVIDERS_" + name + "_API_BASE", base);
        all.put("OPSAI_PROVIDERS_" + name + "_CLIENT_SECRET", CLIENT_SECRET);
    }

    private void plantInTopic(String planted) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.stack().bootstrapServers(), "compression.type", "zstd"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var message = new ProducerRecord<byte[], byte[]>("opsai.connections.v1.dlt", new byte[0]);
            message.headers().add("cause", planted.getBytes(UTF_8));
            producer.send(message).get();
        }
    }

    private void plantInTables(String planted) throws SQLException {
        try (Connection owner = system.database().connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table organizing.planted_text as select '" + planted + "'::text as planted");
            statement.execute(
                    "create table sampling.planted_bytes as select convert_to('" + planted + "', 'UTF8') as planted");
        }
    }

    private void plantInLog(String planted) throws IOException {
        Files.writeString(system.service(ServiceModule.AUTH).log(), planted, StandardOpenOption.APPEND);
    }

    private void plantInSpans(String planted) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(spans.endpoint()))
                            .POST(HttpRequest.BodyPublishers.ofString(planted))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
