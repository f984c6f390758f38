package ai.opsai.benchmarks.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that know which status they need. Without cookies: each request comes from a caller that is new. */
final class Http implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    }

    static HttpRequest.Builder post(URI address, Map<String, String> body) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    HttpResponse<String> send(HttpRequest request, int needed) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != needed) {
            throw new IOException(
                    request.method() + " " + request.uri().getPath() + " answered " + answer.statusCode());
        }
        return answer;
    }

    JsonNode json(HttpRequest request, int needed) throws IOException, InterruptedException {
        return JSON.readTree(send(request, needed).body());
    }

    @Override
    public void close() {
        client.close();
    }
}
