package ai.opsai.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A live stream as a display reads it, event by event. */
final class LiveStream implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private LiveStream(HttpRequest request) throws IOException, InterruptedException {
        this.response = http.send(request, BodyHandlers.ofInputStream());
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** @param lastEventId as a browser sends it when it comes back */
    static LiveStream of(Gateway gateway, String path, String lastEventId) {
        try {
            return new LiveStream(HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port + path))
                    .header("Last-Event-ID", lastEventId)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The fields of the next event, comments left out. */
    Map<String, String> next() {
        Map<String, String> event = new LinkedHashMap<>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (line.isEmpty() && !event.isEmpty()) {
                    return event;
                } else if (colon > 0) {
                    event.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            throw new IllegalStateException("the stream has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
