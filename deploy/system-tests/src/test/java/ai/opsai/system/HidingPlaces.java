package ai.opsai.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.local.workspace.ServiceModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All places where something of a system can be read afterwards: topics, logs, answers, management, spans, tables. */
final class HidingPlaces {

    private static final Pattern LINK = Pattern.compile("\"href\":\"([^\"{]+)\"");
    private static final Pattern METER = Pattern.compile("\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_.]+)+)\"");

    private final OpsaiSystem system;
    private final SpanCollector spans;
    private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();

    HidingPlaces(OpsaiSystem system, SpanCollector spans) {
        this.system = system;
        this.spans = spans;
    }

    /** Keeps an answer of the gateway; what the provider shows to its own user is not ours. */
    void saw(HttpResponse<String> answer) {
        if (answer.uri().getPort() == system.gateway().getPort()) {
            answers.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        }
    }

    /** Reads all of them, and says where which secret lies. Sorted by place; a place without hits is not named. */
    Map<String, Set<String>> searchedFor(Markers markers) throws SQLException, IOException {
        Map<String, Set<String>> hits = new LinkedHashMap<>();
        Search search = (place, bytes) -> {
            List<String> found = markers.in(bytes);
            if (!found.isEmpty()) {
                hits.computeIfAbsent(place, _ -> new HashSet<>()).addAll(found);
            }
        };
        new TopicDump(system.stack().bootstrapServers()).into(search);
        new TableDump(system.database()).into(search);
        spans.exports().forEach(export -> search.look("spans", export));
        answers.forEach(answer -> search.look("answers", answer.getBytes(UTF_8)));
        for (ServiceModule module : ServiceModule.values()) {
            search.look(
                    "log " + module.word(),
                    Files.readAllBytes(system.service(module).log()));
            management(module, search);
        }
        return hits;
    }

    /** Takes what lies in a place. */
    interface Search {
        void look(String place, byte[] bytes);
    }

    /** Follows every link of the management port, and asks for every meter by name. */
    private void management(ServiceModule module, Search search) {
        URI root = URI.create("http://127.0.0.1:" + system.service(module).port("management") + "/actuator");
        Set<URI> asked = new HashSet<>();
        Deque<URI> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            URI next = open.pop();
            if (asked.add(next)) {
                String body = read(next);
                search.look("management " + module.word(), body.getBytes(UTF_8));
                Matcher links = LINK.matcher(body);
                while (links.find()) {
                    open.add(URI.create(links.group(1)));
                }
                Matcher meters = METER.matcher(next.getPath().endsWith("/metrics") ? body : "");
                while (meters.find()) {
                    open.add(URI.create(root + "/metrics/" + meters.group(1)));
                }
            }
        }
    }

    private String read(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
