package ai.opsai.sampler.replay;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request must carry to prove who it is for. */
final class Authentication {

    /** The token that the run brings with it. */
    static final String VAULT_TOKEN = "vault-token-4f1c2a9d";

    private static final String GRANTED_TOKEN = "granted-token-77e0b1c3";

    private final Map<String, @Nullable Object> component;
    private final Rendering rendering;
    private final Script script;

    Authentication(Map<String, @Nullable Object> component, Rendering rendering, Script script) {
        this.component = component;
        this.rendering = rendering.with("parameters", Raw.map(component.get("$parameters")));
        this.script = script;
    }

    /** Adds it to a request. */
    void on(Sketch sketch) {
        switch (Raw.text(component, "type")) {
            case "", "NoAuth" -> {}
            case "BearerAuthenticator" ->
                sketch.header("Authorization", Set.of("Bearer " + rendering.text(component.get("api_token"))));
            case "BasicHttpAuthenticator" -> sketch.header("Authorization", Set.of("Basic " + pair()));
            case "ApiKeyAuthenticator" -> place(sketch, rendering.text(component.get("api_token")));
            case "OAuthAuthenticator" -> oauth(sketch);
            case "SelectiveAuthenticator" -> selected().on(sketch);
            case "SessionTokenAuthenticator" -> session(sketch);
            default -> throw new NotReplayed("authentication by " + Raw.text(component, "type"));
        }
    }

    /** The parameters that a provider doesn't repeat in its links. */
    Set<String> parameters() {
        Map<String, @Nullable Object> option = Raw.map(component.get("inject_into"));
        return Raw.text(option, "inject_into").equals("request_parameter")
                ? Set.of(rendering.text(option.get("field_name")))
                : Set.of();
    }

    private String pair() {
        String pair = rendering.text(component.get("username")) + ":" + rendering.text(component.get("password"));
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private void place(Sketch sketch, String token) {
        Map<String, @Nullable Object> option = Raw.map(component.get("inject_into"));
        if (option.isEmpty()) {
            sketch.header(rendering.text(component.get("header")), Set.of(token));
        } else {
            sketch.option(option, token, rendering);
        }
    }

    /** Whether the token comes from the vault or from the endpoint that the manifest names, is not the provider's concern. */
    private void oauth(Sketch sketch) {
        String name = rendering.text(component.get("access_token_name"));
        String expires = rendering.text(component.get("expires_in_name"));
        script.login(
                "POST",
                rendering.text(component.get("token_refresh_endpoint")),
                json(Map.of(
                        name.isEmpty() ? "access_token" : name,
                        GRANTED_TOKEN,
                        expires.isEmpty() ? "expires_in" : expires,
                        3600)));
        sketch.header("Authorization", Set.of("Bearer " + VAULT_TOKEN, "Bearer " + GRANTED_TOKEN));
    }

    private Authentication selected() {
        List<String> path = Raw.list(component.get("authenticator_selection_path")).stream()
                .map(rendering::text)
                .toList();
        String key = rendering.text("{{ config"
                + String.join("", path.stream().map(step -> "['" + step + "']").toList()) + " }}");
        Object chosen = Raw.map(component.get("authenticators")).get(key);
        if (!(chosen instanceof Map)) {
            throw new NotReplayed("the configuration chooses no authenticator");
        }
        return new Authentication(Raw.map(chosen), rendering, script);
    }

    private void session(Sketch sketch) {
        Map<String, @Nullable Object> login = Raw.map(component.get("login_requester"));
        String method = Raw.text(login, "http_method");
        var answer = new LinkedHashMap<String, @Nullable Object>();
        List<String> path = Raw.list(component.get("session_token_path")).stream()
                .map(rendering::text)
                .toList();
        if (path.isEmpty() || !Raw.put(answer, path, GRANTED_TOKEN)) {
            throw new NotReplayed("a session token at no path");
        }
        script.login(method.isEmpty() ? "GET" : method, Requests.address(login, rendering), json(answer));
        Map<String, @Nullable Object> use = Raw.map(component.get("request_authentication"));
        if (Raw.text(use, "type").equals("Bearer")) {
            sketch.header("Authorization", Set.of("Bearer " + GRANTED_TOKEN));
        } else {
            Object template = use.get("api_token");
            String token = template == null
                    ? GRANTED_TOKEN
                    : rendering.with("session_token", GRANTED_TOKEN).text(template);
            sketch.option(Raw.map(use.get("inject_into")), token, rendering);
        }
    }

    private static Exchange.Reply json(Map<String, ? extends @Nullable Object> body) {
        return new Exchange.Reply(200, Map.of("Content-Type", "application/json"), Replies.text(body));
    }
}
