package ai.opsai.auth.handoff;

import ai.opsai.auth.provider.AuthHeader;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.vault.TokenOutcome;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token in the shape of RFC 8693, and all that is needed to use it; never the refresh token. */
record TokenGrant(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") @Nullable Long expiresIn,
        @JsonProperty("issued_token_type") String issuedTokenType,
        long version,
        @JsonProperty("auth_header") AuthHeader authHeader,
        @JsonProperty("allowed_hosts") Set<String> allowedHosts,
        @JsonProperty("api_base") URI apiBase,
        Map<String, String> variables) {

    static TokenGrant of(Provider provider, TokenOutcome.Granted granted, Instant now) {
        Instant expiresAt = granted.expiresAt();
        return new TokenGrant(
                granted.access().reveal(),
                "Bearer",
                expiresAt == null ? null : Duration.between(now, expiresAt).toSeconds(),
                "urn:ietf:params:oauth:token-type:access_token",
                granted.version(),
                provider.api().authHeader(),
                provider.api().allowedHosts(),
                provider.api().base(),
                Map.of());
    }

    @Override
    public String toString() {
        return "TokenGrant[version=" + version + "]";
    }
}
