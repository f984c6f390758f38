package ai.opsai.auth.handoff;

import ai.opsai.auth.provider.Api;
import ai.opsai.auth.provider.AuthHeader;
import ai.opsai.auth.provider.OwnProvider;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.vault.TokenOutcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A token in the shape of RFC 8693, and all that is needed to use it; never the refresh token. */
record TokenGrant(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") @Nullable Long expiresIn,
        @JsonProperty("issued_token_type") String issuedTokenType,
        long version,
        @JsonProperty("auth_header") AuthHeader authHeader,
        @JsonProperty("allowed_hosts") Set<String> allowedHosts,
        @JsonProperty("api_base") @Nullable URI apiBase,
        Map<String, String> variables,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, ?> config) {

    private static final String TOKEN = "access_token";
    private static final String TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";

    /** @param provider as it is for this connection, with its variables filled in */
    static TokenGrant of(Provider provider, Map<String, String> variables, TokenOutcome.Granted granted, Instant now) {
        if (OwnProvider.knownBy(variables)) {
            return ofConnector(provider.api(), granted);
        }
        Instant expiresAt = granted.expiresAt();
        Api api = granted.config().isEmpty()
                ? provider.api()
                : provider.byCredentials().api();
        Map<String, String> config = new TreeMap<>();
        granted.config().forEach((name, secret) -> config.put(name, secret.reveal()));
        return new TokenGrant(
                granted.access().reveal(),
                "Bearer",
                expiresAt == null ? null : Duration.between(now, expiresAt).toSeconds(),
                TOKEN_TYPE,
                granted.version(),
                api.authHeader(),
                api.allowedHosts(),
                api.base(),
                variables,
                config);
    }

    /** What is sealed there is a whole configuration; where a manifest wants an access token, it stands in that. */
    private static TokenGrant ofConnector(Api api, TokenOutcome.Granted granted) {
        Map<String, Object> config =
                JsonMapper.shared().readValue(granted.access().reveal(), new TypeReference<Map<String, Object>>() {});
        return new TokenGrant(
                token(config),
                "Bearer",
                null,
                TOKEN_TYPE,
                granted.version(),
                api.authHeader(),
                api.allowedHosts(),
                null,
                Map.of(),
                config);
    }

    private static String token(Map<?, ?> config) {
        if (config.get(TOKEN) instanceof String token) {
            return token;
        }
        return config.get("credentials") instanceof Map<?, ?> credentials ? token(credentials) : "";
    }

    @Override
    public String toString() {
        return "TokenGrant[version=" + version + "]";
    }
}
