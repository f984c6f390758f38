package ai.opsai.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An authorization server that takes its time and gives a new refresh token for each that it is shown. */
final class RotatingServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger refreshes = new AtomicInteger();
    private final boolean grace;
    private final int seconds;
    private final int life;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String valid = "r1";

    /**
     * Starts one.
     *
     * @param grace whether a refresh token that was spent is still good
     * @param seconds how long it takes to answer a refresh, which it has decided at once
     * @param life of the first tokens in seconds; all others live for an hour
     */
    RotatingServer(boolean grace, int seconds, int life) {
        this.grace = grace;
        this.seconds = seconds;
        this.life = life;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", this::token);
        server.createContext("/api", exchange -> answer(exchange, 200, "{\"id\":1,\"login\":\"octocat\"}"));
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** How often a refresh token was shown. */
    int refreshes() {
        return refreshes.get();
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!form.contains("grant_type=refresh_token")) {
            answer(exchange, 200, tokens(1, life));
            return;
        }
        int number = refreshes.incrementAndGet() + 1;
        boolean good = grace || form.contains("refresh_token=" + valid);
        valid = good ? "r" + number : valid;
        linger();
        answer(exchange, good ? 200 : 400, good ? tokens(number, 3600) : "{\"error\":\"invalid_grant\"}");
    }

    private void linger() {
        try {
            boolean _ = closed.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String tokens(int number, int life) {
        return "{\"access_token\":\"a" + number + "\",\"token_type\":\"bearer\",\"refresh_token\":\"r" + number
                + "\",\"expires_in\":" + life + "}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
