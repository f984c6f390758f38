package ai.opsai.sampler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The made-up provider of the tests with the same few rows for every account, answering after a while: four customers on two
 * pages, an order of a fifth, and that one by id. It remembers who asked for what, and when.
 */
final class PagedShop implements AutoCloseable {

    /** What an account's sample takes when nothing goes wrong. */
    static final int REQUESTS = 4;

    static final int CUSTOMERS = 5;

    private static final String FIRST_PAGE = "[{\"id\":1,\"phone\":\"1\"},{\"id\":2,\"phone\":\"2\"}]";
    private static final String SECOND_PAGE = "[{\"id\":3,\"phone\":\"3\"},{\"id\":4,\"phone\":\"4\"}]";
    private static final String ORDERS = "[{\"id\":\"o1\",\"customer\":5,\"total\":12,\"currency\":\"eur\"}]";
    private static final String BY_ID = "[{\"id\":5,\"phone\":\"5\"}]";

    private final HttpServer server;
    private final Duration latency;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /** @param token of the account that was read */
    record Asked(String token, String target, Instant at) {

        /** The name under which the sampler stores the answer; look-ups by a prefix of it. */
        String page() {
            if (target.startsWith("/orders")) {
                return "recent/orders/0/0";
            }
            return target.startsWith("/customers/")
                    ? "lookup/customers/id/"
                    : "recent/customers/0/" + (target.endsWith("page=1") ? 1 : 0);
        }
    }

    private PagedShop(HttpServer server, Duration latency) {
        this.server = server;
        this.latency = latency;
    }

    static PagedShop start(Duration latency) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var shop = new PagedShop(server, latency);
            server.createContext("/", shop::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int count() {
        return count.get();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            String token =
                    exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            asked.add(new Asked(token, target, Clock.systemUTC().instant()));
            count.incrementAndGet();
            Thread.sleep(latency);
            byte[] body = body(target).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(String target) {
        if (target.startsWith("/orders")) {
            return ORDERS;
        }
        if (target.startsWith("/customers/")) {
            return BY_ID;
        }
        return target.endsWith("page=1") ? SECOND_PAGE : FIRST_PAGE;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
