package ai.opsai.auth.provider;

import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.outbound.OutboundFailure;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.outbound.OutboundResponse;
import ai.opsai.platform.problem.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the provider whose token it is: the check of every token before it is kept, whatever way it came. */
public final class IdentityLookup {

    private final OutboundHttp http;
    private final JsonMapper json;
    private final Clock clock;

    IdentityLookup(OutboundHttp http, JsonMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    /** @throws ProblemException with the code for what the provider answered instead */
    public Account account(Provider provider, Secret token) {
        JsonNode answer = answer(provider, send(provider, token));
        String id = first(answer, provider.identity().accountId());
        if (id == null) {
            throw ProviderProblems.invalid(provider);
        }
        String label = first(answer, provider.identity().accountLabel());
        String email = first(answer, provider.identity().email());
        return new Account(id, label != null ? label : email != null ? email : id);
    }

    private OutboundResponse send(Provider provider, Secret token) {
        Api api = provider.api();
        Identity identity = provider.identity();
        URI uri = Below.uri(api, identity.path());
        String body = identity.body();
        OutboundRequest request = (body == null
                        ? OutboundRequest.get(uri)
                        : OutboundRequest.post(uri, "application/json", body.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .allowedHosts(api.allowedHosts());
        for (Map.Entry<String, String> header : api.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        try {
            return http.send(request.secretHeader(
                    api.authHeader().name(), api.authHeader().prefix() + token.reveal()));
        } catch (OutboundFailure e) {
            throw ProviderProblems.of(provider, e);
        }
    }

    private JsonNode answer(Provider provider, OutboundResponse response) {
        if (!response.successful()) {
            throw ProviderProblems.of(provider, response, clock.instant());
        }
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw ProviderProblems.invalid(provider);
        }
    }

    private static @Nullable String first(JsonNode answer, List<JsonPointer> pointers) {
        for (JsonPointer pointer : pointers) {
            JsonNode value = answer.at(pointer);
            if (value.isNumber() || (value.isString() && !value.asString().isBlank())) {
                return value.asString();
            }
        }
        return null;
    }
}
