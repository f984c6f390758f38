package ai.opsai.auth.provider;

import ai.opsai.auth.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider's OAuth 2.0, and our application there. What a file does not say is what most providers do. */
public record OAuth(
        Endpoints endpoints,
        Consent consent,
        TokenRequest tokenRequest,
        TokenAnswerShape answer,
        Kept kept,
        RefreshTokens refreshTokens,
        Authenticity authenticity,
        List<Revoke> revoke,
        Client client) {

    /** Where to ask for consent, for tokens, and for new ones. */
    public record Endpoints(Address authorization, Address token, Address refresh) {

        Endpoints with(Map<String, String> values) {
            return new Endpoints(authorization.with(values), token.with(values), refresh.with(values));
        }
    }

    /** Our application there, once the operator has made one. */
    public record Client(@Nullable String id, @Nullable Secret secret) {

        public static final Client NONE = new Client(null, null);
    }

    public OAuth {
        revoke = List.copyOf(revoke);
    }

    public URI authorizationUri() {
        return endpoints.authorization().uri();
    }

    public URI tokenUri() {
        return endpoints.token().uri();
    }

    public URI refreshUri() {
        return endpoints.refresh().uri();
    }

    public List<String> scopes() {
        return consent.scopes();
    }

    public boolean pkce() {
        return consent.pkce();
    }

    /** Compared with the {@code iss} of the answer where the provider sends one (RFC 9207). */
    public @Nullable String issuer() {
        return authenticity.issuer();
    }

    public @Nullable String clientId() {
        return client.id();
    }

    public @Nullable Secret clientSecret() {
        return client.secret();
    }

    OAuth with(Map<String, String> values) {
        return new OAuth(
                endpoints.with(values),
                consent.with(values),
                tokenRequest.with(values),
                answer,
                kept,
                refreshTokens,
                authenticity,
                revoke.stream().map(call -> call.with(values)).toList(),
                client);
    }
}
