package ai.opsai.benchmarks.gateway;

import ai.opsai.benchmarks.load.Operation;
import ai.opsai.platform.assertion.AssertionKeys;
import ai.opsai.platform.assertion.ServiceAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What callers ask of a gateway, and the two yardsticks beside it. */
public final class Calls implements AutoCloseable {

    private static final String TENANT = "bench";
    private static final Map<String, String> BY_CONSENT = Map.of("provider", "github", "tenantId", TENANT);

    private final Gateway gateway;
    private final ServiceAssertions sampler;
    private final Http http = new Http();

    public Calls(Gateway gateway) {
        this.gateway = gateway;
        this.sampler =
                new ServiceAssertions("sampler", AssertionKeys.privateKey(gateway.samplerKey()), Clock.systemUTC());
    }

    private record Named(String name, Preparation preparation) implements Operation {

        @Override
        public Call next() {
            return preparation.next();
        }
    }

    @FunctionalInterface
    private interface Preparation {

        Operation.Call next();
    }

    /** The least that the same process answers by HTTP: it touches no database. */
    public Operation liveness() {
        HttpRequest request = Http.get(gateway.management("liveness"));
        return new Named("liveness", () -> () -> http.send(request, 200));
    }

    /** What a caller does before it asks for a token. */
    public Operation signing() {
        UUID connection = UUID.randomUUID();
        return new Named("signing", () -> () -> assertion(connection));
    }

    /** The token of a connected account, asked for as the sampler does, with a new assertion each time. */
    public Operation tokenEndpoint() throws IOException, InterruptedException {
        UUID connection = connect();
        URI address = gateway.internal("/internal/v1/connections/" + connection + "/token");
        return new Named("token-endpoint", () -> {
            HttpRequest request = Http.post(address, Map.of())
                    .header("Authorization", "Bearer " + assertion(connection))
                    .build();
            return () -> http.send(request, 200);
        });
    }

    /** From the wish to connect until the browser is on its way to the provider. */
    public Operation connectionStart() {
        HttpRequest wish =
                Http.post(gateway.api("/api/connections"), BY_CONSENT).build();
        return new Named("connection-start", () -> () -> {
            String link = http.json(wish, 201).get("authorizationUrl").asString();
            http.send(Http.get(URI.create(link)), 302);
        });
    }

    private UUID connect() throws IOException, InterruptedException {
        Map<String, String> pasted = Map.of("provider", "github", "tenantId", TENANT, "token", gateway.accountToken());
        HttpRequest request = Http.post(gateway.api("/api/connections"), pasted).build();
        return UUID.fromString(http.json(request, 201).get("connectionId").asString());
    }

    private String assertion(UUID connection) {
        return sampler.sign("auth", TENANT, connection, "sample");
    }

    @Override
    public void close() {
        http.close();
    }
}
