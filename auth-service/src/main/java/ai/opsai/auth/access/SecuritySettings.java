package ai.opsai.auth.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * How callers prove themselves.
 *
 * @param jwt what a token must be like in {@code jwt} mode
 */
@ConfigurationProperties("opsai.security")
record SecuritySettings(
        @DefaultValue("local") Mode mode, @DefaultValue Jwt jwt) {

    enum Mode {
        /** No proof, so loopback only. */
        LOCAL,
        /** A Bearer JWT of the tenant's user, or the session of a browser that had one. */
        JWT
    }

    /**
     * The tokens of users, and the keys that they are checked with: one shared secret (HS256), or the keys of an address
     * or of an issuer (its metadata names their address).
     *
     * @param algorithms of keys that are fetched; a token can't choose another
     * @param keyCoolDown how long after a fetch of keys no token can cause another
     */
    record Jwt(
            @Nullable String secret,
            @Nullable URI jwksUri,
            @Nullable String issuer,
            @Nullable String audience,
            @DefaultValue("app_metadata.tenant_id") String tenantClaim,
            @DefaultValue("app_metadata.roles") String rolesClaim,
            @DefaultValue({"ES256", "RS256"}) List<SignatureAlgorithm> algorithms,
            @DefaultValue("30s") Duration keyCoolDown) {

        private static final int SHORTEST_SECRET = 32;

        /** @throws IllegalStateException for settings that would not keep strangers out */
        void requireSafe() {
            if (secret == null && jwksUri == null && issuer == null) {
                throw new IllegalStateException(
                        "jwt mode needs opsai.security.jwt.secret, .jwks-uri or .issuer to " + "check tokens with.");
            }
            if (secret != null && jwksUri != null) {
                throw new IllegalStateException(
                        "Set opsai.security.jwt.secret or .jwks-uri, not both: one of them would be forgotten.");
            }
            if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
                throw new IllegalStateException("opsai.security.jwt.secret needs at least " + SHORTEST_SECRET
                        + " bytes: a shorter one can be guessed from a single token.");
            }
            if (secret == null) {
                Transport.requireSafe("opsai.security.jwt.jwks-uri", keysAt());
            }
        }

        /** Where keys are fetched: the metadata of the issuer, where no address of keys is given. */
        URI keysAt() {
            if (jwksUri != null) {
                return jwksUri;
            }
            String base = String.valueOf(issuer);
            return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                    + "/.well-known/openid-configuration");
        }

        @Override
        public String toString() {
            return "Jwt[jwksUri=" + jwksUri + ", issuer=" + issuer + ", tenantClaim=" + tenantClaim + "]";
        }
    }
}
