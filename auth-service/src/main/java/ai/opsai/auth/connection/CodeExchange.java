package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Authenticity.OpenId;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Identified;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.token.IdTokens;
import ai.opsai.auth.token.Registrations;
import ai.opsai.auth.token.TokenAnswer;
import ai.opsai.auth.token.TokenEndpoint;
import ai.opsai.platform.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** Turns the provider's answer into a connection: code for token, token for account, account for connection. */
final class CodeExchange {

    private final Catalogue catalogue;
    private final Registrations registrations;
    private final Proof proof;
    private final Activation activation;

    CodeExchange(Catalogue catalogue, Registrations registrations, Proof proof, Activation activation) {
        this.catalogue = catalogue;
        this.registrations = registrations;
        this.proof = proof;
        this.activation = activation;
    }

    /** What the provider says on being asked: for tokens, by whom they are signed, and whose they are. */
    record Proof(TokenEndpoint endpoint, IdTokens idTokens, IdentityLookup identities) {}

    /** @param stillWanted throws when the sign-in was taken back, which may happen while the provider is asked */
    Connected connect(
            Ticket ticket, OAuth2AuthorizationRequest flow, HttpServletRequest callback, Runnable stillWanted) {
        Provider provider = catalogue.require(ticket.provider());
        String code = CallbackAnswer.code(provider, callback);
        checkUnchanged(provider, flow);
        Map<String, String> variables = new LinkedHashMap<>(ticket.variables());
        variables.putAll(CallbackAnswer.kept(provider, callback));
        TokenAnswer.Given given = redeem(filled(provider, variables), flow, code);
        variables.putAll(given.kept());
        String subject = subject(provider, registrations.of(filled(provider, variables)), flow, given);
        Identified identified =
                proof.identities().identify(provider, variables, given.tokens().access());
        if (subject != null && !subject.equals(identified.account().id())) {
            throw untrusted(provider);
        }
        List<String> asked = List.copyOf(flow.getScopes());
        List<String> granted = given.scopes() == null ? asked : given.scopes();
        Connected connected = activation.activate(
                ticket.tenant(),
                provider,
                new Activation.Wish(ticket.connectionId(), null, stillWanted),
                new Activation.Grant(identified, given.tokens(), Map.of(), asked, granted));
        if (connected == null) {
            throw FlowFailed.cancelled();
        }
        return connected;
    }

    /** Whom the id token names, before any token is used; null where the provider states nothing. */
    private @Nullable String subject(
            Provider provider,
            ClientRegistration registration,
            OAuth2AuthorizationRequest flow,
            TokenAnswer.Given given) {
        OpenId openId = Objects.requireNonNull(provider.oauth()).authenticity().openId();
        String nonce = flow.getAttribute(OidcParameterNames.NONCE);
        if (openId == null || nonce == null) {
            return null;
        }
        Secret idToken = given.idToken();
        String subject = idToken == null
                ? null
                : proof.idTokens().subject(openId, registration, idToken.reveal(), Nonces.claim(nonce));
        if (subject == null) {
            throw untrusted(provider);
        }
        return subject;
    }

    private static FlowFailed untrusted(Provider provider) {
        return new FlowFailed(
                "id_token_invalid",
                ProblemCode.PROVIDER_INVALID_RESPONSE,
                provider.name() + " did not prove who signed in, so its answer was not used. Connect again.");
    }

    private TokenAnswer.Given redeem(Provider provider, OAuth2AuthorizationRequest flow, String code) {
        ClientRegistration registration = registrations.of(provider);
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(flow.getRedirectUri()))
                .state(Objects.requireNonNull(flow.getState()))
                .build();
        OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(flow, answer);
        return redeemed(
                provider,
                proof.endpoint().redeem(provider, new OAuth2AuthorizationCodeGrantRequest(registration, exchange)));
    }

    /** What the provider told leads to no host that its file does not name: a counterfeit server gets no token. */
    private static Provider filled(Provider provider, Map<String, String> variables) {
        try {
            return provider.with(variables);
        } catch (IllegalArgumentException e) {
            throw new FlowFailed(
                    "variable_refused",
                    ProblemCode.PROVIDER_INVALID_RESPONSE,
                    provider.name() + " named an address that is not its own. Connect again; if it stays so, tell your"
                            + " administrator.");
        }
    }

    private static void checkUnchanged(Provider provider, OAuth2AuthorizationRequest flow) {
        if (!Endpoints.of(provider).equals(flow.getAttribute(AuthorizationRequests.ENDPOINTS))) {
            throw new FlowFailed(
                    "provider_changed",
                    ProblemCode.OAUTH_STATE_INVALID,
                    "The settings for " + provider.name() + " were changed while you signed in. Connect again.");
        }
    }

    private static TokenAnswer.Given redeemed(Provider provider, TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Given given -> given;
            case TokenAnswer.Refused _ ->
                throw new FlowFailed(
                        "code_rejected",
                        ProblemCode.PROVIDER_TOKEN_REJECTED,
                        provider.name() + " does not accept the sign-in's code. Connect again.");
            case TokenAnswer.Unavailable unavailable ->
                throw new FlowFailed(
                        unavailable.reason(),
                        problem(unavailable.reason()),
                        provider.name() + " gave no token (" + unavailable.reason()
                                + "). Connect again; if it stays so, check client id and secret.");
        };
    }

    private static ProblemCode problem(String reason) {
        return switch (reason) {
            case "provider_timeout" -> ProblemCode.PROVIDER_TIMEOUT;
            case "provider_error" -> ProblemCode.PROVIDER_ERROR;
            case "egress_blocked" -> ProblemCode.EGRESS_BLOCKED;
            default -> ProblemCode.PROVIDER_INVALID_RESPONSE;
        };
    }
}
