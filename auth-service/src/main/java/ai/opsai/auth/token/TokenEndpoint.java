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
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.web.client.RestClient;

/**
 * Talks to token endpoints: Spring Security makes the requests, our guarded client sends them, and what comes back is
 * sorted into tokens, a refusal that is final, and everything else.
 */
public final class TokenEndpoint {

    private static final Set<String> FINAL = Set.of("invalid_grant", "unauthorized_client");

    private final RestClientAuthorizationCodeTokenResponseClient codes =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();
    private final Registrations registrations;
    private final Clock clock;

    TokenEndpoint(RestClient rest, Registrations registrations, Clock clock) {
        codes.setRestClient(rest);
        refreshes.setRestClient(rest);
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Redeems a code, which works once. */
    public TokenAnswer redeem(Provider provider, OAuth2AuthorizationCodeGrantRequest request) {
        return answer(provider, () -> codes.getTokenResponse(request));
    }

    TokenAnswer refresh(Provider provider, Secret access, Secret refresh) {
        OAuth2AccessToken old = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, access.reveal(), null, null);
        OAuth2RefreshTokenGrantRequest request = new OAuth2RefreshTokenGrantRequest(
                registrations.of(provider), old, new OAuth2RefreshToken(refresh.reveal(), null));
        return answer(provider, () -> refreshes.getTokenResponse(request));
    }

    private TokenAnswer answer(Provider provider, Supplier<OAuth2AccessTokenResponse> call) {
        OAuth oauth = Objects.requireNonNull(provider.oauth());
        try {
            return TokenAnswers.given(call.get(), oauth, clock.instant());
        } catch (OAuth2AuthorizationException e) {
            String code = e.getError().getErrorCode();
            if (FINAL.contains(code)) {
                return new TokenAnswer.Refused(code);
            }
            return new TokenAnswer.Unavailable(reason(e));
        } catch (RuntimeException e) {
            return new TokenAnswer.Unavailable(reason(e));
        }
    }

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
            if (cause instanceof EndpointStatus status) {
                return status.code() >= 500 ? "provider_error" : "token_response_invalid";
            }
        }
        return "token_response_invalid";
    }
}
