package ai.opsai.auth.connection;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.secret.Hashes;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** Keeps authorization requests in the database instead of a session, bound to a browser by a cookie of its own. */
final class FlowRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private final Flows flows;
    private final PublicAddress address;

    FlowRequests(Flows flows, PublicAddress address) {
        this.flows = flows;
        this.address = address;
    }

    /** Nothing may look at a flow without taking it. */
    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest wanted, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest made = Objects.requireNonNull(wanted);
        String known = browser(request);
        String browser = known == null ? Hashes.random() : known;
        flows.save(Objects.requireNonNull(made.getState()), browser, flow(made));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(browser));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        String browser = browser(request);
        String path = request.getRequestURI();
        Flow flow = state == null || browser == null
                ? null
                : flows.take(state, browser, path.substring(path.lastIndexOf('/') + 1));
        return flow == null ? null : request(flow, Objects.requireNonNull(state));
    }

    private static Flow flow(OAuth2AuthorizationRequest made) {
        Ticket ticket = Objects.requireNonNull(made.getAttribute(AuthorizationRequests.TICKET));
        return new Flow(
                ticket,
                made.getClientId(),
                URI.create(made.getAuthorizationUri()),
                Objects.requireNonNull(made.getAttribute(AuthorizationRequests.ENDPOINTS)),
                URI.create(Objects.requireNonNull(made.getRedirectUri())),
                List.copyOf(made.getScopes()),
                made.getAttribute(PkceParameterNames.CODE_VERIFIER),
                made.getAttribute(OidcParameterNames.NONCE));
    }

    private static OAuth2AuthorizationRequest request(Flow flow, String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(flow.clientId())
                .authorizationUri(flow.authorizationUri().toString())
                .redirectUri(flow.redirectUri().toString())
                .scopes(new LinkedHashSet<>(flow.scopes()))
                .state(state)
                .attributes(attributes -> {
                    attributes.put(AuthorizationRequests.TICKET, flow.ticket());
                    attributes.put(AuthorizationRequests.ENDPOINTS, flow.endpoints());
                    put(attributes, PkceParameterNames.CODE_VERIFIER, flow.verifier());
                    put(attributes, OidcParameterNames.NONCE, flow.nonce());
                })
                .build();
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private @Nullable String browser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(cookieName()) && cookie.getValue().matches("[A-Za-z0-9_-]{43}")) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private String cookie(String browser) {
        return ResponseCookie.from(cookieName(), browser)
                .httpOnly(true)
                .secure(address.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(Flows.LIFE)
                .build()
                .toString();
    }

    private String cookieName() {
        return address.secure() ? "__Host-opsai-flow" : "opsai-flow";
    }
}
