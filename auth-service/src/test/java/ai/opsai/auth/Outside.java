package ai.opsai.auth;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.outbound.OutboundResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The internet of a test: every host is one server on this machine, behind which one provider answers at a time. The
 * gateway's own client sends, over real HTTP; only where it sends to is changed.
 */
final class Outside implements AutoCloseable {

    private static final String ADDRESSED_TO = "X-Addressed-To";
    private static final String ALLOWED = "X-Allowed-Hosts";

    private final HttpServer server;
    private volatile @Nullable ScriptedProvider provider;

    Outside() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    void is(ScriptedProvider present) {
        provider = present;
    }

    /** Leads a client here; what it refuses for its address alone it still refuses. */
    UnaryOperator<OutboundHttp> rerouting() {
        return http -> request -> http.send(allowed(request) ? rerouted(request) : request);
    }

    private static boolean allowed(OutboundRequest request) {
        URI uri = request.uri();
        Set<String> hosts = request.allowedHosts();
        return hosts.isEmpty() || hosts.contains(uri.getHost()) || hosts.contains(uri.getAuthority());
    }

    private OutboundRequest rerouted(OutboundRequest request) {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        byte[] body = request.body();
        OutboundRequest moved = body == null
                ? OutboundRequest.get(here)
                : new OutboundRequest(request.method(), here, Map.of(), body, Set.of(), 0, Set.of());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            moved = moved.header(header.getKey(), header.getValue());
        }
        return moved.maxRedirects(request.maxRedirects())
                .header(ADDRESSED_TO, request.uri().toString())
                .header(ALLOWED, String.join(",", request.allowedHosts()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            OutboundResponse response = Objects.requireNonNull(provider).answer(asSent(exchange));
            response.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static OutboundRequest asSent(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        URI uri = URI.create(Objects.requireNonNull(headers.remove(ADDRESSED_TO)));
        Set<String> allowed =
                Set.of(Objects.requireNonNull(headers.remove(ALLOWED)).split(","));
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new OutboundRequest(exchange.getRequestMethod(), uri, headers, body, allowed, 0, Set.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
