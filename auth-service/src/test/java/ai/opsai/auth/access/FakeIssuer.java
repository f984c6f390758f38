package ai.opsai.auth.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that publishes its keys, counts who asks for them, and can be out of order. */
final class FakeIssuer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger trapped = new AtomicInteger();
    private volatile String keys = "{}";
    private volatile String ownName;
    private volatile String redirect = "";
    private volatile int status = 200;

    FakeIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ownName = name();
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            answer(exchange, keys);
        });
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, "{\"issuer\":\"" + ownName + "\",\"jwks_uri\":\"" + keys() + "\"}"));
        server.createContext("/trap", exchange -> {
            trapped.incrementAndGet();
            answer(exchange, keys);
        });
        server.start();
    }

    void publish(ECKey... published) {
        keys = new JWKSet(Arrays.stream(published)
                        .map(ECKey::toPublicJWK)
                        .map(JWK.class::cast)
                        .toList())
                .toString();
    }

    void answerWith(String body) {
        redirect = "";
        keys = body;
    }

    void nameItself(String name) {
        ownName = name;
    }

    void redirectTo(String target) {
        redirect = target;
    }

    void fail() {
        status = 503;
    }

    String name() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    URI keys() {
        return URI.create(name() + "/keys");
    }

    /** An address that nothing should ever ask. */
    String trap() {
        return name() + "/trap";
    }

    int fetches() {
        return fetches.get();
    }

    int trapped() {
        return trapped.get();
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!redirect.isEmpty()) {
                exchange.getResponseHeaders().set("Location", redirect);
            }
            exchange.sendResponseHeaders(redirect.isEmpty() ? status : 302, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
