package ai.opsai.benchmarks.read;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A provider on loopback with one long stream, page after page by a cursor. All pages are made beforehand. */
public final class PagedProvider implements AutoCloseable {

    private final int records;
    private final int pageSize;
    private final List<byte[]> pages;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public PagedProvider(int records, int pageSize) throws IOException {
        this.records = records;
        this.pageSize = pageSize;
        this.pages = IntStream.iterate(0, from -> from < records, from -> from + pageSize)
                .mapToObj(from -> page(from).getBytes(StandardCharsets.UTF_8))
                .toList();
        // Or each answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/customers", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int records() {
        return records;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            int from = query != null && query.startsWith("after=") ? Integer.parseInt(query.substring(6)) : 0;
            byte[] body = pages.get(from / pageSize);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page(int from) {
        int to = Math.min(from + pageSize, records);
        String next = to < records ? "\"" + to + "\"" : "null";
        return IntStream.range(from, to)
                .mapToObj(PagedProvider::record)
                .collect(Collectors.joining(",", "{\"data\":[", "],\"next\":" + next + "}"));
    }

    private static String record(int id) {
        return """
            {"id":%d,"name":"Customer %d","email":"customer.%d@example.com","active":%b,"balance":%d.25,\
            "created":"2026-01-%02dT08:00:00Z","address":{"city":"Town %d","zip":"%05d","country":"NL"},\
            "tags":["a%d","b"],"note":null,"orders":%d}\
            """.formatted(id, id, id, id % 2 == 0, id % 1000, 1 + id % 28, id % 90, id % 99_999, id % 7, id % 40);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
