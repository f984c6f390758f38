package ai.opsai.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A frontend of one tenant: JSON over the gateway's public API, nothing else. */
final class Frontend {

    static final Duration LONG = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI gateway;
    private final String tenant;
    private final Consumer<HttpResponse<String>> witness;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Frontend(URI gateway, String tenant) {
        this(gateway, tenant, answer -> {});
    }

    /** @param witness sees every answer */
    Frontend(URI gateway, String tenant, Consumer<HttpResponse<String>> witness) {
        this.gateway = gateway;
        this.tenant = tenant;
        this.witness = witness;
    }

    String tenant() {
        return tenant;
    }

    Reply get(String path) {
        return send(request(path).GET().build());
    }

    Reply post(String path, Map<String, ?> body, String... headers) {
        return postText(path, JSON.writeValueAsString(body), headers);
    }

    Reply postText(String path, String body, String... headers) {
        return postAs("application/json", path, body, headers);
    }

    Reply postForm(String path, String body) {
        return postAs("application/x-www-form-urlencoded", path, body);
    }

    private Reply postAs(String mediaType, String path, String body, String... headers) {
        HttpRequest.Builder builder =
                request(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return send(builder.build());
    }

    Reply delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** Starts a connection and consents as the account's owner would; returns the connection's id. */
    String connect(String provider) {
        JsonNode started = start(provider);
        URI returned = new Browser(witness)
                .consent(URI.create(started.get("authorizationUrl").stringValue()));
        if (!returned.toString().contains("status=connected")) {
            throw new AssertionError("not connected: " + returned);
        }
        return started.get("connectionId").stringValue();
    }

    JsonNode start(String provider) {
        Reply reply = post("/api/connections", Map.of("provider", provider, "tenantId", tenant));
        if (reply.status() != 201) {
            throw new AssertionError("connection not started: " + reply);
        }
        return reply.json();
    }

    /** Waits until the connection's newest sample is there. */
    JsonNode awaitSample(String connectionId) {
        return awaitConnection(
                connectionId,
                connection -> List.of("collected", "partial")
                        .contains(connection.at("/sample/status").asString("")));
    }

    JsonNode awaitConnection(String connectionId, Predicate<JsonNode> condition) {
        return await().atMost(LONG)
                .pollInterval(Duration.ofMillis(250))
                .until(
                        () -> get("/api/connections/" + connectionId + "?tenantId=" + tenant)
                                .json(),
                        condition);
    }

    /** Waits until no connection of the tenant is being sampled. */
    void awaitQuiet() {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> connections().stream()
                        .allMatch(connection -> List.of("collected", "partial", "failed")
                                .contains(connection.at("/sample/status").asString(""))));
    }

    List<JsonNode> connections() {
        return items("/api/connections?tenantId=" + tenant);
    }

    List<JsonNode> items(String path) {
        return StreamSupport.stream(get(path).json().get("items").spliterator(), false)
                .toList();
    }

    /** Organizes and waits until that has ended; returns the finished operation. */
    JsonNode organize() {
        return awaitOperation(startOrganizing());
    }

    String startOrganizing() {
        Reply accepted = post("/api/organize-database", Map.of("tenantId", tenant), "Prefer", "respond-async");
        if (accepted.status() != 202) {
            throw new AssertionError("not accepted: " + accepted);
        }
        return accepted.json().get("operationId").stringValue();
    }

    JsonNode awaitOperation(String operationId) {
        return await().atMost(LONG)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(
                        () -> get("/api/operations/" + operationId + "?tenantId=" + tenant)
                                .json(),
                        operation -> List.of("succeeded", "failed", "cancelled")
                                .contains(operation.path("status").asString("")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(90));
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            witness.accept(response);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
