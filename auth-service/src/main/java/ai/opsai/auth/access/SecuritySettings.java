package ai.opsai.auth.access;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
        /** A Bearer JWT of the tenant's user. */
        JWT
    }

    record Jwt(
            @Nullable String secret,
            @Nullable URI jwksUri,
            @Nullable String issuer,
            @Nullable String audience,
            @DefaultValue("app_metadata.tenant_id") String tenantClaim) {

        List<String> tenantPath() {
            return List.of(tenantClaim.split("\\."));
        }

        @Override
        public String toString() {
            return "Jwt[jwksUri=" + jwksUri + ", issuer=" + issuer + ", tenantClaim=" + tenantClaim + "]";
        }
    }
}
