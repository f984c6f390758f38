package ai.opsai.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's public API, as a frontend calls it. A problem that it answers with ends the demonstration. */
final class Gateway implements AutoCloseable {

    static final URI ADDRESS = URI.create("http://localhost:7250");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(ADDRESS.resolve(path)).GET());
    }

    /** Asks the gateway to answer when it is done rather than with a reference to an operation. */
    JsonNode post(String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(ADDRESS.resolve(path))
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=60")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request =
                builder.header("Accept", "application/json").timeout(PATIENCE).build();
        String call = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<String> answer = PatientHttp.send(http, request);
            if (answer.statusCode() / 100 != 2) {
                throw new DemoFailure(call + " answered " + answer.statusCode() + ": " + problem(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new DemoFailure(call + " gave no answer that can be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted");
        }
    }

    private static String problem(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("code").asString("") + " "
                    + problem.path("detail").asString("");
        } catch (JacksonException e) {
            return body.lines().findFirst().orElse("");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
