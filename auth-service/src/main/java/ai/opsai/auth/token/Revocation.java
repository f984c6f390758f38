package ai.opsai.auth.token;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.OAuth.Revoke;
import ai.opsai.auth.provider.Provider;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells a provider that we give a grant back. Best effort: what we hold is forgotten whatever it answers. */
public final class Revocation {

    private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);

    private final OutboundHttp http;
    private final JsonMapper json;

    Revocation(OutboundHttp http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    public void revoke(Provider provider, String accountId, Tokens tokens) {
        OAuth oauth = provider.oauth();
        Secret secret = oauth == null ? null : oauth.clientSecret();
        if (oauth == null || oauth.revoke() == null || oauth.clientId() == null || secret == null) {
            return;
        }
        try {
            Map<String, String> known = known(provider, oauth, accountId, tokens);
            OutboundResponse response = http.send(request(oauth.revoke(), known, oauth.clientId(), secret));
            LOG.info("Revoked the grant at {}: status {}", provider.id(), response.status());
        } catch (OutboundFailure e) {
            LOG.warn("Could not revoke the grant at {}: {}", provider.id(), e.getMessage());
        }
    }

    private static Map<String, String> known(Provider provider, OAuth oauth, String accountId, Tokens tokens) {
        Secret refresh = tokens.refresh();
        String tokenUri = oauth.tokenUri().toString();
        Map<String, String> known = new LinkedHashMap<>();
        known.put("api_base", provider.api().base().toString());
        known.put("token_uri", tokenUri);
        known.put("token_folder", tokenUri.substring(0, tokenUri.lastIndexOf('/')));
        known.put("client_id", String.valueOf(oauth.clientId()));
        known.put("account_id", accountId);
        known.put("access_token", tokens.access().reveal());
        known.put("refresh_token", (refresh == null ? tokens.access() : refresh).reveal());
        return known;
    }

    private OutboundRequest request(Revoke revoke, Map<String, String> known, String clientId, Secret secret) {
        Map<String, String> parameters = new LinkedHashMap<>();
        revoke.parameters().forEach((name, value) -> parameters.put(name, filled(value, known)));
        if (revoke.authentication() == Revoke.Authentication.BODY) {
            parameters.put("client_id", clientId);
            parameters.put("client_secret", secret.reveal());
        }
        URI uri = URI.create(filled(revoke.uri(), known));
        byte[] body = revoke.json() ? json.writeValueAsBytes(parameters) : form(parameters);
        OutboundRequest request = new OutboundRequest(revoke.method(), uri, Map.of(), body, Set.of(), 0, Set.of())
                .header("Content-Type", revoke.json() ? "application/json" : "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        return switch (revoke.authentication()) {
            case BODY -> request;
            case SECRET_BEARER -> request.header("Authorization", "Bearer " + secret.reveal());
            case BASIC -> request.header("Authorization", "Basic " + basic(clientId, secret));
        };
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

    private static String filled(String template, Map<String, String> known) {
        String text = template;
        for (Map.Entry<String, String> entry : known.entrySet()) {
            text = text.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return text;
    }
}
