package ai.opsai.sampler.token;

import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.platform.tracing.Traces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway's internal port, with a statement signed for exactly this tenant and connection. */
final class GatewayTokens implements Tokens {

    private static final Logger log = LoggerFactory.getLogger(GatewayTokens.class);
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final Duration LATER = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI gateway;
    private final ServiceAssertions assertions;
    private final Clock clock;
    private final Traces traces;

    GatewayTokens(URI gateway, ServiceAssertions assertions, Clock clock, Traces traces) {
        this.gateway = gateway;
        this.assertions = assertions;
        this.clock = clock;
        this.traces = traces;
    }

    @Override
    public TokenAnswer release(String tenantId, UUID connectionId, @Nullable Long rejectedVersion) {
        String body = rejectedVersion == null ? "{}" : "{\"reject_version\":" + rejectedVersion + "}";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        gateway.resolve("/internal/v1/connections/" + connectionId + "/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + assertions.sign("auth", tenantId, connectionId, "sample"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        traces.stamp(request::header);
        try {
            return answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            log.warn("The gateway gave no token for {}: {}", connectionId, e.toString());
            return new TokenAnswer.Unavailable(clock.instant().plus(LATER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TokenAnswer.Unavailable(clock.instant().plus(LATER));
        }
    }

    private TokenAnswer answer(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200 -> new TokenAnswer.Released(token(response.body()));
            case 409 -> new TokenAnswer.ReauthRequired();
            case 404, 410 -> new TokenAnswer.Gone();
            default -> {
                log.warn("The gateway answered {} when asked for a token", response.statusCode());
                yield new TokenAnswer.Unavailable(clock.instant().plus(wait(response)));
            }
        };
    }

    private static Duration wait(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(LATER);
    }

    private Token token(String body) {
        try {
            JsonNode answer = json.readTree(body);
            long seconds = answer.path("expires_in").asLong(-1);
            Instant expiresAt = seconds < 0 ? null : clock.instant().plusSeconds(seconds);
            String base = answer.path("api_base").asString("");
            return new Token(
                    answer.required("access_token").asString(),
                    answer.path("version").asLong(0),
                    expiresAt,
                    header(answer.path("auth_header")),
                    hosts(answer.path("allowed_hosts")),
                    base.isEmpty() ? null : URI.create(base),
                    config(answer));
        } catch (JacksonException | IllegalArgumentException e) {
            // The cause may quote the body, and the body holds the token.
            throw new IllegalStateException(
                    "The gateway's token answer can't be read: " + e.getClass().getSimpleName());
        }
    }

    private static TokenHeader header(JsonNode header) {
        return header.isObject()
                ? new TokenHeader(
                        header.required("name").asString(),
                        header.path("prefix").asString(""))
                : TokenHeader.BEARER;
    }

    private static Set<String> hosts(JsonNode hosts) {
        var all = new HashSet<String>();
        hosts.forEach(host -> all.add(host.asString()));
        return all;
    }

    @SuppressWarnings("unchecked") // Jackson gives maps from text
    private Map<String, Object> config(JsonNode answer) {
        var config = new LinkedHashMap<String, Object>();
        for (String part : new String[] {"variables", "config"}) {
            if (answer.path(part).isObject()) {
                config.putAll(json.treeToValue(answer.path(part), Map.class));
            }
        }
        return config;
    }
}
