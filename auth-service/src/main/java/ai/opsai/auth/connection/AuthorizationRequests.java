package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Consent;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.token.Registrations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/** Makes the request to a provider's consent page: Spring Security adds state and PKCE, the catalogue its knobs. */
public final class AuthorizationRequests {

    static final String TICKET = "opsai.ticket";
    static final String ENDPOINTS = "opsai.endpoints";

    private final Catalogue catalogue;
    private final Registrations registrations;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> repository;

    AuthorizationRequests(
            Catalogue catalogue,
            Registrations registrations,
            AuthorizationRequestRepository<OAuth2AuthorizationRequest> repository) {
        this.catalogue = catalogue;
        this.registrations = registrations;
        this.repository = repository;
    }

    /** The address to send the browser to; the flow is bound to it by a cookie. */
    public String begin(Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
        Provider provider = catalogue.require(ticket.provider()).with(ticket.variables());
        OAuth2AuthorizationRequest wanted = resolver(provider, ticket).resolve(request, provider.id());
        OAuth2AuthorizationRequest made = Objects.requireNonNull(wanted, "a request to " + provider.id());
        repository.saveAuthorizationRequest(made, request, response);
        return made.getAuthorizationRequestUri();
    }

    /** The request that a callback answers, which is then gone; null when this browser began none with its state. */
    @Nullable
    OAuth2AuthorizationRequest take(HttpServletRequest request, HttpServletResponse response) {
        return repository.removeAuthorizationRequest(request, response);
    }

    private DefaultOAuth2AuthorizationRequestResolver resolver(Provider provider, Ticket ticket) {
        OAuth oauth = Objects.requireNonNull(provider.oauth());
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(id -> registrations.forConsent(provider));
        resolver.setAuthorizationRequestCustomizer(builder -> builder.attributes(attributes -> {
                    attributes.put(TICKET, ticket);
                    attributes.put(ENDPOINTS, Endpoints.of(catalogue.require(provider.id())));
                })
                .parameters(parameters -> shape(parameters, oauth.consent())));
        return resolver;
    }

    /** What Spring Security prepared, as this provider takes it. */
    private static void shape(Map<String, Object> parameters, Consent consent) {
        parameters.remove(OAuth2ParameterNames.SCOPE);
        if (!consent.scopes().isEmpty()) {
            parameters.put(consent.scopeParameter(), String.join(consent.scopeSeparator(), consent.scopes()));
        }
        parameters.putAll(consent.parameters());
        parameters.keySet().removeAll(consent.omitted());
    }
}
