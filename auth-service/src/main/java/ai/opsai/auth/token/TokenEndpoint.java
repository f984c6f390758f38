package ai.opsai.auth.token;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.outbound.OutboundFailure;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * Talks to token endpoints: Spring Security makes the requests, our guarded client sends them, and what comes back is
 * sorted into tokens, a refusal that is final, and everything else.
 */
public final class TokenEndpoint {

    private static final Set<String> FINAL = Set.of("invalid_grant", "unauthorized_client");

    private final TokenClients clients;
    private final Registrations registrations;
    private final Clock clock;

    TokenEndpoint(TokenClients clients, Registrations registrations, Clock clock) {
        this.clients = clients;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Redeems a code, which works once. */
    public TokenAnswer redeem(Provider provider, OAuth2AuthorizationCodeGrantRequest request) {
        OAuth oauth = Objects.requireNonNull(provider.oauth());
        var client = clients.taught(
                new RestClientAuthorizationCodeTokenResponseClient(),
                oauth,
                oauth.tokenRequest().codeParameters());
        return answer(oauth, () -> client.getTokenResponse(request));
    }

    TokenAnswer refresh(Provider provider, Secret access, Secret refresh) {
        OAuth oauth = Objects.requireNonNull(provider.oauth());
        OAuth2AccessToken old = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, access.reveal(), null, null);
        OAuth2RefreshTokenGrantRequest request = new OAuth2RefreshTokenGrantRequest(
                registrations.forRefresh(provider), old, new OAuth2RefreshToken(refresh.reveal(), null));
        var client = clients.taught(
                new RestClientRefreshTokenTokenResponseClient(),
                oauth,
                oauth.tokenRequest().refreshParameters());
        return answer(oauth, () -> client.getTokenResponse(request));
    }

    private TokenAnswer answer(OAuth oauth, Supplier<OAuth2AccessTokenResponse> call) {
        try {
            return TokenAnswers.given(call.get(), oauth, clock.instant());
        } catch (RuntimeException e) {
            String reason = reason(e);
            return FINAL.contains(reason) ? new TokenAnswer.Refused(reason) : new TokenAnswer.Unavailable(reason);
        }
    }

    /** The OAuth error where that is final; otherwise one of our own words, never what the provider wrote. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutboundFailure outbound) {
                return switch (outbound.code()) {
                    case REDIRECT_BLOCKED -> "token_endpoint_redirect";
                    case EGRESS_BLOCKED -> "egress_blocked";
                    case TIMEOUT -> "provider_timeout";
                    case CONNECT_FAILED, CONNECTION_CLOSED, TLS_ERROR -> "provider_error";
                    case TRUNCATED, RESPONSE_TOO_LARGE, INVALID_RESPONSE -> "token_response_invalid";
                };
            }
            if (cause instanceof ErrorAnswer error && FINAL.contains(error.code())) {
                return error.code();
            }
            if (cause instanceof EndpointStatus status) {
                return status.code() >= 500 ? "provider_error" : "token_response_invalid";
            }
        }
        return "token_response_invalid";
    }
}
