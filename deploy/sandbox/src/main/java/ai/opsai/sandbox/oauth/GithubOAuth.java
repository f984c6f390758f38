package ai.opsai.sandbox.oauth;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** GitHub's OAuth apps: the answer's format follows Accept, errors come with status 200, tokens don't expire. */
public final class GithubOAuth {

    private final CodeFlow flow;
    private final OAuthClient client;
    private final TokenStore tokens;

    GithubOAuth(CodeFlow flow, OAuthClient client, TokenStore tokens) {
        this.flow = flow;
        this.client = client;
        this.tokens = tokens;
    }

    public void addTo(Router router) {
        router.get("/login/oauth/authorize", (request, _) -> flow.start(request))
                .post("/login/oauth/authorize", (request, _) -> flow.decide(request))
                .post("/login/oauth/access_token", (request, _) -> token(request))
                .post("/applications/{client}/token", (request, _) -> check(request))
                .delete("/applications/{client}/token", (request, _) -> revoke(request, false))
                .delete("/applications/{client}/grant", (request, _) -> revoke(request, true));
    }

    private Response token(Request request) {
        Parameters form = parameters(request);
        if (!client.matches(form.first("client_id", ""), form.first("client_secret", ""))) {
            return error(
                    request,
                    "incorrect_client_credentials",
                    "The client_id and/or client_secret passed are incorrect.");
        }
        return switch (flow.redeem(form)) {
            case Redemption.Granted(String account, List<String> scopes) ->
                formatted(
                        request,
                        fields(
                                "access_token",
                                tokens.issue("gho_", 36, new Access(Provider.GITHUB, account, scopes, null)),
                                "scope",
                                String.join(",", scopes),
                                "token_type",
                                "bearer"));
            case Redemption.Refused(Redemption.Reason reason) ->
                switch (reason) {
                    case UNKNOWN_CODE, WRONG_VERIFIER ->
                        error(request, "bad_verification_code", "The code passed is incorrect or expired.");
                    case REDIRECT_MISMATCH ->
                        error(
                                request,
                                "redirect_uri_mismatch",
                                "The redirect_uri MUST match the registered callback URL for this application.");
                };
        };
    }

    private Response check(Request request) {
        String token = named(request);
        Access access = tokens.find(Provider.GITHUB, token);
        if (!authenticated(request) || access == null) {
            return notFound();
        }
        return Response.json(
                200, Json.value(Map.of("token", Objects.requireNonNull(token), "scopes", access.scopes())));
    }

    private Response revoke(Request request, boolean wholeGrant) {
        String token = named(request);
        Access access = tokens.find(Provider.GITHUB, token);
        if (!authenticated(request) || access == null || token == null) {
            return notFound();
        }
        tokens.revoke(token);
        if (wholeGrant) {
            tokens.revokeAccount(Provider.GITHUB, access.account());
            tokens.keepPasted(Provider.GITHUB, access.account());
        }
        return Response.empty(204);
    }

    private boolean authenticated(Request request) {
        return (client.id() + ":" + client.secret()).equals(request.basic());
    }

    private static @Nullable String named(Request request) {
        JsonNode body = request.json();
        return body == null ? null : body.path("access_token").asString(null);
    }

    private static Parameters parameters(Request request) {
        JsonNode json = request.header("content-type", "").startsWith("application/json") ? request.json() : null;
        if (json == null) {
            return request.form();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        json.propertyStream()
                .forEach(field ->
                        values.put(field.getKey(), List.of(field.getValue().asString())));
        return new Parameters(values);
    }

    private static Response error(Request request, String code, String description) {
        return formatted(
                request,
                fields(
                        "error",
                        code,
                        "error_description",
                        description,
                        "error_uri",
                        "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors"));
    }

    private static Response formatted(Request request, Map<String, List<String>> fields) {
        if (!request.header("accept", "").contains("json")) {
            return Response.form(200, new Parameters(fields));
        }
        Map<String, String> flat = new LinkedHashMap<>();
        fields.forEach((name, values) -> flat.put(name, values.getFirst()));
        return Response.json(200, Json.value(flat));
    }

    private static Map<String, List<String>> fields(String... namesAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return fields;
    }

    private static Response notFound() {
        return Response.json(
                404,
                Json.value(Map.of(
                        "message", "Not Found", "documentation_url", "https://docs.github.com/rest", "status", "404")));
    }
}
