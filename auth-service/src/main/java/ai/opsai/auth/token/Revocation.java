package ai.opsai.auth.token;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Revoke;
import ai.opsai.auth.provider.Templates;
import ai.opsai.auth.provider.TokenRequest.BodyFormat;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.platform.outbound.OutboundFailure;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.outbound.OutboundResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells a provider that we give a grant back. That it does not know the token means that it is gone, which is well. */
public final class Revocation {

    private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);

    private final OutboundHttp http;
    private final JsonMapper json;

    Revocation(OutboundHttp http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /**
     * Tells the provider; the answer is whether it answered each call, or is to be told again.
     *
     * @param provider as it is for this connection, with its variables filled in
     */
    public boolean revoke(Provider provider, String accountId, Tokens tokens) {
        OAuth oauth = provider.oauth();
        if (oauth == null || oauth.clientId() == null) {
            return true;
        }
        Map<String, String> known = known(oauth.clientId(), accountId, tokens);
        boolean answered = true;
        for (Revoke call : oauth.revoke()) {
            Revoke filled = filled(call, known);
            answered &= filled == null || send(provider, oauth, filled, tokens);
        }
        return answered;
    }

    private boolean send(Provider provider, OAuth oauth, Revoke call, Tokens tokens) {
        try {
            OutboundResponse response = http.send(request(call, oauth, tokens));
            LOG.info("Revoked the grant at {}: status {}", provider.id(), response.status());
            return response.status() < 500 && response.status() != 429;
        } catch (OutboundFailure e) {
            LOG.warn("Could not revoke the grant at {}: {}", provider.id(), e.getMessage());
            return false;
        }
    }

    private static Map<String, String> known(String clientId, String accountId, Tokens tokens) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("client_id", clientId);
        known.put("account_id", accountId);
        known.put("access_token", tokens.access().reveal());
        Secret refresh = tokens.refresh();
        if (refresh != null) {
            known.put("refresh_token", refresh.reveal());
        }
        return known;
    }

    /** The call as it is sent; null when it is about something that this connection does not have. */
    private static @Nullable Revoke filled(Revoke call, Map<String, String> known) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.parameters().forEach((name, value) -> parameters.put(name, Templates.fill(value, known)));
        boolean open = parameters.values().stream()
                .anyMatch(value -> !Templates.names(value).isEmpty());
        Revoke filled =
                new Revoke(call.method(), call.uri().with(known), call.authentication(), call.format(), parameters);
        return open || !filled.uri().names().isEmpty() ? null : filled;
    }

    private OutboundRequest request(Revoke call, OAuth oauth, Tokens tokens) {
        String clientId = Objects.requireNonNull(oauth.clientId());
        Secret secret = Objects.requireNonNullElse(oauth.clientSecret(), Secret.of(""));
        Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
        if (call.authentication() == Revoke.Authentication.BODY) {
            parameters.put("client_id", clientId);
            parameters.put("client_secret", secret.reveal());
        }
        OutboundRequest request = request(call, parameters).header("Accept", "application/json");
        return switch (call.authentication()) {
            case BODY, NONE -> request;
            case SECRET_BEARER -> request.header("Authorization", "Bearer " + secret.reveal());
            case ACCESS_TOKEN_BEARER ->
                request.header("Authorization", "Bearer " + tokens.access().reveal());
            case BASIC -> request.header("Authorization", "Basic " + basic(clientId, secret));
        };
    }

    private OutboundRequest request(Revoke call, Map<String, String> parameters) {
        URI uri = call.uri().uri();
        if (parameters.isEmpty()) {
            return new OutboundRequest(call.method(), uri, Map.of(), new byte[0], Set.of(), 0, Set.of());
        }
        boolean asJson = call.format() == BodyFormat.JSON;
        byte[] body = asJson ? json.writeValueAsBytes(parameters) : form(parameters);
        return new OutboundRequest(call.method(), uri, Map.of(), body, Set.of(), 0, Set.of())
                .header("Content-Type", asJson ? "application/json" : "application/x-www-form-urlencoded");
    }

    private static String basic(String clientId, Secret secret) {
        byte[] pair = (clientId + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair);
    }

    private static byte[] form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
