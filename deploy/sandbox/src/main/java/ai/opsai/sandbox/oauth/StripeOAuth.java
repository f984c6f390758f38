package ai.opsai.sandbox.oauth;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe Apps: the secret is the Basic user, tokens live an hour but the answer doesn't say so, each refresh rolls the
 * refresh token. Beside it the older Connect, with the secret in the body and tokens without end.
 */
public final class StripeOAuth {

    private static final Duration LIFE = Duration.ofHours(1);

    private final CodeFlow flow;
    private final OAuthClient client;
    private final TokenStore tokens;

    StripeOAuth(CodeFlow flow, OAuthClient client, TokenStore tokens) {
        this.flow = flow;
        this.client = client;
        this.tokens = tokens;
    }

    public void addTo(Router router) {
        router.get("/oauth/v2/authorize", (request, _) -> flow.start(request))
                .post("/oauth/v2/authorize", (request, _) -> flow.decide(request))
                .post("/v1/oauth/token", (request, _) -> token(request, true))
                .get("/oauth/authorize", (request, _) -> flow.start(request))
                .post("/oauth/authorize", (request, _) -> flow.decide(request))
                .post("/oauth/token", (request, _) -> token(request, false))
                .post("/oauth/deauthorize", (request, _) -> deauthorize(request));
    }

    /** The id that Stripe knows an account by. */
    public static String accountId(String account) {
        return "acct_1" + (account + "SandboxAccount0000").substring(0, 15);
    }

    private Response token(Request request, boolean app) {
        Parameters form = request.form();
        if (!client.secret().equals(secret(request, form))) {
            return apiError(401, "Invalid API Key provided: ********");
        }
        return switch (form.first("grant_type", "")) {
            case "authorization_code" -> code(form, app);
            case "refresh_token" -> refresh(form.first("refresh_token", ""), app);
            default -> error("unsupported_grant_type", "unsupported grant type");
        };
    }

    private Response code(Parameters form, boolean app) {
        return switch (flow.redeem(form)) {
            case Redemption.Granted(String account, List<String> scopes) -> {
                Access access = access(account, scopes, app);
                yield answer(access, tokens.issueRefresh("rt_", 40, access), app);
            }
            case Redemption.Refused(Redemption.Reason reason) ->
                switch (reason) {
                    case UNKNOWN_CODE ->
                        error("invalid_grant", "Authorization code does not exist: " + form.first("code", ""));
                    case REDIRECT_MISMATCH ->
                        error("invalid_grant", "redirect_uri does not match the one of the authorization request");
                    case WRONG_VERIFIER -> error("invalid_grant", "code_verifier does not match the code_challenge");
                };
        };
    }

    private Response refresh(String token, boolean app) {
        Access held = tokens.renewable(Provider.STRIPE, token);
        if (held == null) {
            return error("invalid_grant", "Refresh token does not exist");
        }
        Access renewed = access(held.account(), held.scopes(), app);
        return answer(renewed, tokens.next(token, "rt_", 40, app, renewed), app);
    }

    private Access access(String account, List<String> scopes, boolean app) {
        return new Access(Provider.STRIPE, account, scopes, app ? tokens.in(LIFE) : null);
    }

    private Response answer(Access access, String refreshToken, boolean app) {
        ObjectNode body = Json.object();
        body.put("access_token", tokens.issue("sk_live_", 48, access));
        body.put("livemode", true);
        body.put("refresh_token", refreshToken);
        body.put("scope", app ? "stripe_apps" : "read_only");
        body.put("stripe_publishable_key", "pk_live_" + tokens.random(24));
        body.put("stripe_user_id", accountId(access.account()));
        body.put("token_type", "bearer");
        return Response.json(200, body);
    }

    private Response deauthorize(Request request) {
        Parameters form = request.form();
        if (!client.secret().equals(secret(request, form))) {
            return apiError(401, "Invalid API Key provided: ********");
        }
        String user = form.first("stripe_user_id", "");
        for (String account : flow.accounts()) {
            if (accountId(account).equals(user)) {
                tokens.revokeAccount(Provider.STRIPE, account);
                tokens.keepPasted(Provider.STRIPE, account);
                return Response.json(200, Json.value(Map.of("stripe_user_id", user)));
            }
        }
        return error("invalid_client", "This application is not connected to stripe account " + user);
    }

    private static @Nullable String secret(Request request, Parameters form) {
        String basic = request.basic();
        if (basic != null) {
            return basic.substring(0, Math.max(0, basic.indexOf(':')));
        }
        String bearer = request.bearer();
        return bearer == null ? form.first("client_secret") : bearer;
    }

    private static Response error(String code, String description) {
        return Response.json(400, Json.value(Map.of("error", code, "error_description", description)));
    }

    private static Response apiError(int status, String message) {
        return Response.json(
                status, Json.value(Map.of("error", Map.of("type", "invalid_request_error", "message", message))));
    }
}
