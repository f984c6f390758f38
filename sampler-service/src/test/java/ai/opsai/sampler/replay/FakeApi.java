package ai.opsai.sampler.replay;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.outbound.OutboundResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback server that acts the providers of many streams, each by its script. */
final class FakeApi implements AutoCloseable {

    private static final String STREAM = "X-Replay-Stream";
    private static final String ORIGIN = "X-Replay-Origin";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    FakeApi() throws IOException {
        // Or each answer waits for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A client that brings every request for a public address to this server, if its allowed hosts name the address. */
    OutboundHttp client(String stream, Script script, OutboundHttp http) {
        scripts.put(stream, script);
        return request -> {
            URI uri = request.uri();
            if (!request.allowedHosts().contains(String.valueOf(uri.getHost()))) {
                script.problem("a request leaves the allowed hosts " + request.allowedHosts() + ": " + uri);
            }
            return from(uri, http.send(local(request, stream)));
        };
    }

    private OutboundRequest local(OutboundRequest request, String stream) {
        URI uri = request.uri();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String host = "127.0.0.1:" + server.getAddress().getPort();
        return new OutboundRequest(
                        request.method(),
                        URI.create("http://" + host + path + query),
                        request.headers(),
                        Objects.requireNonNullElse(request.body(), new byte[0]),
                        Set.of(host),
                        request.maxRedirects(),
                        request.secretHeaders())
                .header(STREAM, stream)
                .header(
                        ORIGIN,
                        uri.getScheme() + "://" + uri.getRawAuthority()
                                + (uri.getRawPath().isEmpty() ? "" : path));
    }

    private static OutboundResponse from(URI uri, OutboundResponse response) {
        return new OutboundResponse(response.status(), response.headers(), response.body(), uri);
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            String query = http.getRequestURI().getRawQuery();
            var received = new Received(
                    http.getRequestMethod(),
                    http.getRequestHeaders().getFirst(ORIGIN) + (query == null ? "" : "?" + query),
                    http.getRequestHeaders(),
                    new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Script script = Objects.requireNonNull(
                    scripts.get(http.getRequestHeaders().getFirst(STREAM)), "request of an unknown stream");
            Exchange.Reply reply = script.answer(received);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(http.getResponseHeaders()::add);
            http.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
        }
    }

    void forget(String stream) {
        scripts.remove(stream);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
