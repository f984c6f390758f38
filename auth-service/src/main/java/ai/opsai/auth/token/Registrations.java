package ai.opsai.auth.token;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.TokenRequest;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Our applications at providers in Spring Security's form. The redirect address comes from configuration alone. */
public final class Registrations {

    private final PublicAddress address;

    Registrations(PublicAddress address) {
        this.address = address;
    }

    public ClientRegistration of(Provider provider) {
        OAuth oauth = required(provider);
        return of(provider, oauth, oauth.tokenUri());
    }

    /** For the way to the consent page, while the way back may still tell where the token endpoint is. */
    public ClientRegistration forConsent(Provider provider) {
        OAuth oauth = required(provider);
        return of(provider, oauth, oauth.authorizationUri());
    }

    /** With the address that new tokens come from, where that is another one. */
    ClientRegistration forRefresh(Provider provider) {
        OAuth oauth = required(provider);
        return of(provider, oauth, oauth.refreshUri());
    }

    private ClientRegistration of(Provider provider, OAuth oauth, URI tokenUri) {
        String clientId = Objects.requireNonNull(oauth.clientId());
        return of(provider.id(), oauth, clientId, oauth.authorizationUri(), tokenUri);
    }

    private static OAuth required(Provider provider) {
        OAuth oauth = provider.oauth();
        if (oauth == null || oauth.clientId() == null) {
            throw new ProblemException(
                    ProblemCode.PROVIDER_NOT_CONFIGURED,
                    "No OAuth application is configured for " + provider.name() + ": set OPSAI_PROVIDERS_"
                            + provider.id().toUpperCase(Locale.ROOT)
                            + "_CLIENT_ID and _CLIENT_SECRET, or connect it with a token.");
        }
        return oauth;
    }

    private ClientRegistration of(String id, OAuth oauth, String clientId, URI authorizationUri, URI tokenUri) {
        Secret secret = oauth.clientSecret();
        return ClientRegistration.withRegistrationId(id)
                .clientId(clientId)
                .clientSecret(secret == null ? "" : secret.reveal())
                .clientAuthenticationMethod(method(oauth.tokenRequest().clientAuthentication()))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address.at("/login/oauth2/code/" + id).toString())
                .authorizationUri(authorizationUri.toString())
                .tokenUri(tokenUri.toString())
                .scope(oauth.scopes())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(oauth.pkce())
                        .build())
                .build();
    }

    private static ClientAuthenticationMethod method(TokenRequest.ClientAuthentication style) {
        return switch (style) {
            case BODY, SECRET_AS_BASIC_USER -> ClientAuthenticationMethod.CLIENT_SECRET_POST;
            case BASIC -> ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
            case NONE -> ClientAuthenticationMethod.NONE;
        };
    }
}
