package ai.opsai.sandbox.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** HubSpot's public apps: tokens of 30 minutes, refresh tokens that stay, errors in HubSpot's own shape. */
public final class HubspotOAuth {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final CodeFlow flow;
    private final OAuthClient client;
    private final TokenStore tokens;
    private final Clock clock;

    HubspotOAuth(CodeFlow flow, OAuthClient client, TokenStore tokens, Clock clock) {
        this.flow = flow;
        this.client = client;
        this.tokens = tokens;
        this.clock = clock;
    }

    public void addTo(Router router) {
        router.get("/oauth/authorize", (request, _) -> flow.start(request))
                .post("/oauth/authorize", (request, _) -> flow.decide(request))
                .get("/oauth/v1/access-tokens/{token}", (_, path) -> describe(path.get("token")))
                .delete("/oauth/v1/refresh-tokens/{token}", (_, path) -> forget(path.get("token")));
        for (String version : List.of("v1", "v3", "2026-03")) {
            router.post("/oauth/" + version + "/token", (request, _) -> token(request.form()));
        }
        for (String version : List.of("v3", "2026-03")) {
            router.post("/oauth/" + version + "/token/introspect", (request, _) -> introspect(request))
                    .post("/oauth/" + version + "/token/revoke", (request, _) -> revoke(request));
        }
    }

    /** The portal id of an account. */
    public static int hubId(String account) {
        return 40_000_000 + Math.floorMod(account.hashCode(), 9_999_999);
    }

    private Response token(Parameters form) {
        if (!client.matches(form.first("client_id", ""), form.first("client_secret", ""))) {
            return error("BAD_CLIENT_ID", "missing or unknown client id");
        }
        return switch (form.first("grant_type", "")) {
            case "authorization_code" -> code(form);
            case "refresh_token" -> refresh(form.first("refresh_token", ""));
            default -> error("BAD_GRANT_TYPE", "missing or unknown grant type");
        };
    }

    private Response code(Parameters form) {
        if (form.first("redirect_uri") == null) {
            return error("BAD_REDIRECT_URI", "missing or invalid redirect uri");
        }
        return switch (flow.redeem(form)) {
            case Redemption.Granted(String account, List<String> scopes) -> {
                Access access = new Access(Provider.HUBSPOT, account, scopes, tokens.in(LIFE));
                yield answer(access, tokens.issueRefresh("na1-", 32, access));
            }
            case Redemption.Refused(Redemption.Reason reason) ->
                switch (reason) {
                    case UNKNOWN_CODE -> error("BAD_AUTH_CODE", "missing or unknown auth code");
                    case REDIRECT_MISMATCH ->
                        error("MISMATCH_REDIRECT_URI_AUTH_CODE", "redirect uri does not match the auth code's");
                    case WRONG_VERIFIER -> error("BAD_CODE_VERIFIER", "missing or invalid code verifier");
                };
        };
    }

    private Response refresh(String token) {
        Access held = tokens.renewable(Provider.HUBSPOT, token);
        if (held == null) {
            return error("BAD_REFRESH_TOKEN", "missing or invalid refresh token");
        }
        Access renewed = new Access(Provider.HUBSPOT, held.account(), held.scopes(), tokens.in(LIFE));
        return answer(renewed, tokens.next(token, "na1-", 32, false, renewed));
    }

    private Response answer(Access access, String refreshToken) {
        ObjectNode body = Json.object();
        body.put("token_type", "bearer");
        body.put("refresh_token", refreshToken);
        body.put("access_token", tokens.issue("C", 120, access));
        body.put("hub_id", hubId(access.account()));
        body.set("scopes", Json.array(access.scopes()));
        body.put("expires_in", LIFE.toSeconds());
        return Response.json(200, body);
    }

    private Response describe(@Nullable String token) {
        Access access = tokens.find(Provider.HUBSPOT, token);
        Instant now = clock.instant();
        if (token == null || access == null || access.expired(now)) {
            return Response.json(404, problem("NOT_FOUND", "Not found"));
        }
        ObjectNode body = Json.object();
        body.put("token", token);
        body.put("user", "owner@" + access.account() + ".example");
        body.put("hub_domain", access.account() + ".example");
        body.set("scopes", Json.array(access.scopes()));
        body.put("hub_id", hubId(access.account()));
        body.put("app_id", 1_234_567);
        Instant end = access.expiresAt();
        body.put(
                "expires_in",
                end == null ? LIFE.toSeconds() : Duration.between(now, end).toSeconds());
        body.put("user_id", 9_000_001);
        body.put("token_type", "access");
        return Response.json(200, body);
    }

    private Response introspect(Request request) {
        Parameters form = request.form();
        if (!client.matches(form.first("client_id", ""), form.first("client_secret", ""))) {
            return error("BAD_CLIENT_ID", "missing or unknown client id");
        }
        Access access = tokens.find(Provider.HUBSPOT, form.first("token"));
        ObjectNode body = Json.object();
        boolean active = access != null && !access.expired(clock.instant());
        body.put("active", active);
        if (access != null && active) {
            body.put("hub_id", hubId(access.account()));
            body.set("scopes", Json.array(access.scopes()));
            body.put("token_use", "access_token");
        }
        return Response.json(200, body);
    }

    private Response revoke(Request request) {
        Parameters form = request.form();
        if (!client.matches(form.first("client_id", ""), form.first("client_secret", ""))) {
            return error("BAD_CLIENT_ID", "missing or unknown client id");
        }
        tokens.revoke(form.first("token", ""));
        return Response.empty(200);
    }

    private Response forget(@Nullable String token) {
        return token != null && tokens.revoke(token)
                ? Response.empty(204)
                : Response.json(404, problem("NOT_FOUND", "Not found"));
    }

    private static Response error(String status, String message) {
        return Response.json(400, problem(status, message));
    }

    private static ObjectNode problem(String status, String message) {
        ObjectNode body = Json.object();
        body.put("status", status);
        body.put("message", message);
        body.put(
                "correlationId",
                UUID.nameUUIDFromBytes((status + message).getBytes(UTF_8)).toString());
        return body;
    }
}
