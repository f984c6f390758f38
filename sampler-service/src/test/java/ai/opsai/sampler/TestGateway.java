package ai.opsai.sampler;

import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The gateway's internal port, as far as tokens go. */
public final class TestGateway implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> traceparents = new ConcurrentHashMap<>();
    private @Nullable ECKey callerKey;

    /** What a connection's token request gets. */
    public record Answer(int status, String body) {}

    private TestGateway(HttpServer server) {
        this.server = server;
    }

    public static TestGateway start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var gateway = new TestGateway(server);
            server.createContext("/internal/v1/connections/", gateway::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The connection's token, for a provider at this address. */
    public void release(Object connection, String token, String apiBase) {
        String host = java.net.URI.create(apiBase).getAuthority();
        answers.put(connection.toString(), new Answer(200, """
                {"access_token":"%s","token_type":"Bearer","version":1,"allowed_hosts":["%s"],"api_base":"%s"}""".formatted(token, host, apiBase)));
    }

    /** A connection that has no token but a configuration, for a provider at this address. */
    public void grant(Object connection, String base, String config) {
        String host = java.net.URI.create(base).getAuthority();
        answers.put(connection.toString(), new Answer(200, """
                {"access_token":"","token_type":"Bearer","version":1,"allowed_hosts":["%s"],"config":%s}""".formatted(host, config)));
    }

    public void refuse(Object connection, int status) {
        answers.put(connection.toString(), new Answer(status, "{}"));
    }

    /** The bodies of all token requests. */
    public List<String> bodies() {
        return bodies;
    }

    /** The trace context of the token requests of a connection. */
    List<String> traceparents(UUID connection) {
        return traceparents.getOrDefault(connection.toString(), List.of());
    }

    void callerKey(ECKey key) {
        callerKey = key;
    }

    /** The key that signs the gateway's own calls. */
    public ECKey callerKey() {
        return java.util.Objects.requireNonNull(callerKey);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String connection = exchange.getRequestURI().getPath().split("/", -1)[4];
            traceparents
                    .computeIfAbsent(connection, _ -> new CopyOnWriteArrayList<>())
                    .add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            Answer answer = answers.getOrDefault(connection, new Answer(404, "{}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
