package ai.opsai.auth.provider;

import ai.opsai.auth.provider.OAuth.ClientAuthentication;
import ai.opsai.auth.provider.OAuth.Revoke;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code provider.yaml} as it is written; what it leaves out gets its default here. */
record ProviderFile(
        String id,
        String name,
        boolean verified,
        List<String> connect,
        @Nullable OAuthPart oauth,
        Provider.Api api,
        Provider.Identity identity,
        @Nullable List<Provider.Variable> variables) {

    record OAuthPart(
            URI authorizationUri,
            URI tokenUri,
            @Nullable ClientAuthentication clientAuthentication,
            @Nullable List<String> scopes,
            @Nullable String scopeSeparator,
            @Nullable String grantedSeparator,
            @Nullable Boolean pkce,
            @Nullable Map<String, String> authorizationParameters,
            @Nullable String issuer,
            @Nullable Duration defaultLifetime,
            @Nullable Revoke revoke) {

        OAuth complete() {
            String separator = scopeSeparator == null ? " " : scopeSeparator;
            return new OAuth(
                    authorizationUri,
                    tokenUri,
                    clientAuthentication == null ? ClientAuthentication.BODY : clientAuthentication,
                    scopes == null ? List.of() : scopes,
                    separator,
                    grantedSeparator == null ? separator : grantedSeparator,
                    pkce == null || pkce,
                    authorizationParameters == null ? Map.of() : authorizationParameters,
                    issuer,
                    defaultLifetime,
                    revoke,
                    null,
                    null);
        }
    }

    Provider complete() {
        return new Provider(
                id,
                name,
                verified,
                connect,
                oauth == null ? null : oauth.complete(),
                api,
                identity,
                variables == null ? List.of() : variables);
    }
}
