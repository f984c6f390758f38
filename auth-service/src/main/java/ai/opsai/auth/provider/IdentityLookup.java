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
import java.util.LinkedHashMap;
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

    /**
     * First the lookups, whose answers fill variables, then the account.
     *
     * @param provider as it is in the catalogue, with the names that the variables fill
     * @throws ProblemException with the code for what the provider answered instead
     */
    public Identified identify(Provider provider, Map<String, String> variables, Secret token) {
        Map<String, String> known = new LinkedHashMap<>(variables);
        for (int step = 0; step < provider.postConnect().size(); step++) {
            Provider filled = filled(provider, known);
            Lookup lookup = filled.postConnect().get(step);
            JsonNode answer = answer(filled, get(filled, lookup.path()), token);
            lookup.keep().forEach((name, pointer) -> {
                String value = Finding.text(answer, pointer);
                if (value == null) {
                    throw ProviderProblems.invalid(provider);
                }
                known.put(name, value);
            });
        }
        return new Identified(account(filled(provider, known), token), known);
    }

    private Account account(Provider provider, Secret token) {
        Identity identity = provider.identity();
        JsonNode answer = answer(provider, request(provider.api(), identity), token);
        String id = Finding.first(answer, identity.accountId());
        if (id == null) {
            throw ProviderProblems.invalid(provider);
        }
        String label = Finding.first(answer, identity.accountLabel());
        String email = Finding.first(answer, identity.email());
        return new Account(id, label != null ? label : email != null ? email : id);
    }

    /** What an answer told does not match what the file allows: we don't go where it leads. */
    private static Provider filled(Provider provider, Map<String, String> known) {
        try {
            return provider.with(known);
        } catch (IllegalArgumentException e) {
            throw ProviderProblems.invalid(provider);
        }
    }

    private static OutboundRequest get(Provider provider, String path) {
        return OutboundRequest.get(Below.uri(provider.api(), path));
    }

    private static OutboundRequest request(Api api, Identity identity) {
        URI uri = Below.uri(api, identity.path());
        String body = identity.body();
        return body == null
                ? OutboundRequest.get(uri)
                : OutboundRequest.post(uri, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode answer(Provider provider, OutboundRequest plain, Secret token) {
        Api api = provider.api();
        OutboundRequest request = plain.header("Accept", "application/json").allowedHosts(api.allowedHosts());
        for (Map.Entry<String, String> header : api.knownHeaders().entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        try {
            return answer(
                    provider,
                    http.send(request.secretHeader(
                            api.authHeader().name(), api.authHeader().prefix() + token.reveal())));
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

    /** Finds texts in answers. */
    private static final class Finding {

        private Finding() {}

        static @Nullable String first(JsonNode answer, List<String> places) {
            for (String place : places) {
                String value = place.startsWith("/") ? text(answer, JsonPointer.compile(place)) : place;
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        static @Nullable String text(JsonNode answer, JsonPointer pointer) {
            JsonNode value = answer.at(pointer);
            return value.isNumber() || (value.isString() && !value.asString().isBlank()) ? value.asString() : null;
        }
    }
}
