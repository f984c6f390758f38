package ai.opsai.auth.provider;

import ai.opsai.auth.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider's OAuth 2.0, and our application there. What a file does not say is what most providers do.
 *
 * @param issuer compared with the {@code iss} of the answer where the provider sends one (RFC 9207)
 * @param grantedSeparator between the scopes of the token answer, where it differs from that of the request
 * @param defaultLifetime of access tokens whose answer names none; absent means that they don't expire
 */
public record OAuth(
        URI authorizationUri,
        URI tokenUri,
        ClientAuthentication clientAuthentication,
        List<String> scopes,
        String scopeSeparator,
        String grantedSeparator,
        boolean pkce,
        Map<String, String> authorizationParameters,
        @Nullable String issuer,
        @Nullable Duration defaultLifetime,
        @Nullable Revoke revoke,
        @Nullable String clientId,
        @Nullable Secret clientSecret) {

    /** How our application proves itself at the token endpoint. */
    public enum ClientAuthentication {
        BODY,
        BASIC,
        NONE
    }

    /** The call that ends a grant, as a template over what is known of it. */
    public record Revoke(
            String method, String uri, Authentication authentication, boolean json, Map<String, String> parameters) {

        /** How our application proves itself there. */
        public enum Authentication {
            BASIC,
            BODY,
            SECRET_BEARER
        }

        public Revoke {
            parameters = Map.copyOf(parameters);
        }
    }

    public OAuth {
        scopes = List.copyOf(scopes);
        authorizationParameters = Map.copyOf(authorizationParameters);
    }
}
