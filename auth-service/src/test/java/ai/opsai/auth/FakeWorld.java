package ai.opsai.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** What is outside of the gateway: a provider with its authorization server, and the other two services' reads. */
final class FakeWorld implements AutoCloseable {

    /** A request as the test asserts on it. */
    record Call(
            String method,
            String path,
            Map<String, String> parameters,
            String authorization,
            String traceparent,
            String ifNoneMatch) {}

    /** What the world answers; tests replace it. */
    record Reply(int status, String contentType, String body, Map<String, String> headers) {

        Reply(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }

        Reply retryAfter(int seconds) {
            return header("Retry-After", Integer.toString(seconds));
        }

        Reply header(String name, String value) {
            return new Reply(status, contentType, body, Map.of(name, value));
        }

        static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }

        static Reply status(int status) {
            return new Reply(status, "application/json", "{}");
        }
    }

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Call, Reply>> answers = new HashMap<>();

    FakeWorld() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        reset();
    }

    /** As everything is when nothing goes wrong. */
    void reset() {
        synchronized (answers) {
            answers.clear();
        }
        calls.clear();
        answer(
                "/token",
                call -> Reply.json(
                        "{\"access_token\":\"gho_marker\",\"token_type\":\"bearer\",\"scope\":\"repo,read:org\"}"));
        answer("/api/user", call -> Reply.json("{\"id\":42,\"login\":\"octocat\"}"));
    }

    void answer(String path, Function<Call, Reply> answer) {
        synchronized (answers) {
            answers.put(path, answer);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** Of all that was called, in order. */
    List<String> paths() {
        return calls.stream().map(Call::path).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> parameters = new HashMap<>();
            decode(exchange.getRequestURI().getRawQuery(), parameters);
            decode(body, parameters);
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    parameters,
                    header(exchange, "Authorization"),
                    header(exchange, "traceparent"),
                    header(exchange, "If-None-Match"));
            calls.add(call);
            Reply reply = reply(call);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private Reply reply(Call call) {
        Function<Call, Reply> answer;
        synchronized (answers) {
            answer = answers.get(call.path());
        }
        return answer == null ? Reply.status(404) : answer.apply(call);
    }

    private static void decode(String form, Map<String, String> into) {
        if (form == null || form.startsWith("{")) {
            return;
        }
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                into.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
