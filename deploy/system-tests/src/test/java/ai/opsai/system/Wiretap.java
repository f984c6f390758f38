package ai.opsai.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between the services and the sandbox. Notes every secret that goes either way, and makes the provider careless:
 * it repeats the caller's credentials in its rows and in all its errors.
 */
final class Wiretap implements AutoCloseable {

    private static final Pattern ISSUED =
            Pattern.compile("\"(?:access_token|refresh_token|id_token)\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern SENT =
            Pattern.compile("(?:^|&)(?:code|client_secret|code_verifier|refresh_token|token)=([^&]+)");
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "accept-encoding", "upgrade", "http2-settings", "expect");
    private static final Set<String> NOT_PASSED_BACK = Set.of("content-length", "transfer-encoding", "connection");

    private final HttpServer server;
    private final Markers markers;
    private final URI sandbox;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Wiretap(HttpServer server, URI sandbox, Markers markers) {
        this.server = server;
        this.sandbox = sandbox;
        this.markers = markers;
    }

    static Wiretap start(String sandbox, Markers markers) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Wiretap wiretap = new Wiretap(server, URI.create(sandbox), markers);
            server.createContext("/", wiretap::pass);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return wiretap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = header(exchange, "Authorization");
            String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            note(authorization, sent);
            HttpResponse<String> answer = ask(exchange, sent);
            note(ISSUED, answer.body());
            byte[] body = careless(answer, authorization, sent)
                    .replace(authority(sandbox.toString()), authority(baseUrl()))
                    .getBytes(UTF_8);
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders()
                            .add(name, value.replace(authority(sandbox.toString()), authority(baseUrl()))));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ask(HttpExchange exchange, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        sandbox.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofString(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Errors quote the whole request, and the first row of each list its credentials. */
    private static String careless(HttpResponse<String> answer, String authorization, String sent) {
        String body = answer.body();
        if (answer.statusCode() >= 400) {
            return body.replaceFirst(
                    "\\{(?=\\s*\")",
                    Matcher.quoteReplacement("{\"echo\":\"" + authorization + " " + sent.replace("\"", "'") + "\","));
        }
        return authorization.isEmpty() || !body.contains("[")
                ? body
                : body.replaceFirst(
                        "\\[\\s*\\{", Matcher.quoteReplacement("[{\"echo\":\"sent: " + authorization + "\","));
    }

    private void note(String authorization, String sent) {
        markers.add(authorization.substring(authorization.indexOf(' ') + 1));
        note(SENT, sent);
    }

    private void note(Pattern secrets, String text) {
        Matcher found = secrets.matcher(text);
        while (found.find()) {
            markers.add(URLDecoder.decode(found.group(1).replace("+", "%2B"), UTF_8));
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static String authority(String url) {
        return URI.create(url).getAuthority();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
