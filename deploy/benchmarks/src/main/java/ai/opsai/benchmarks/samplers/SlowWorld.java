package ai.opsai.benchmarks.samplers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A provider that answers each request after the same while, and a gateway that hands out tokens for it at once. */
final class SlowWorld implements AutoCloseable {

    private static final int ROWS = 20;
    private static final String ROW = """
            {"id":%1$d,"name":"Item %1$d","email":"person%1$d@example.com","created_at":"2026-03-04T05:06:07Z","total":%1$d}""";
    private static final String PAGE =
            IntStream.rangeClosed(1, ROWS).mapToObj(ROW::formatted).collect(Collectors.joining(",", "[", "]"));

    private final Duration latency;
    private final HttpServer provider;
    private final HttpServer gateway;

    SlowWorld(Duration latency) {
        this.latency = latency;
        this.provider = server(this::page);
        this.gateway = server(this::token);
    }

    String gateway() {
        return url(gateway);
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void page(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(latency);
            answer(exchange, PAGE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"access_token":"token-of-the-benchmark","token_type":"Bearer","version":1,"allowed_hosts":["%s"],"api_base":"%s"}""".formatted("127.0.0.1:" + provider.getAddress().getPort(), url(provider)));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
            server.createContext("/", handler);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        provider.stop(0);
        gateway.stop(0);
    }
}
