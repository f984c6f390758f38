package ai.opsai.sandbox.control;

import ai.opsai.sandbox.fault.Faults;
import ai.opsai.sandbox.fault.RequestLog;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.llm.LlmScript;
import ai.opsai.sandbox.llm.Persona;
import ai.opsai.sandbox.oauth.TokenStore;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /_control/…}: faults, the request log, the model's script, tokens, and the truth about the world. */
public final class Control {

    public static final String MOUNT = "/_control";

    private final World world;
    private final Faults faults;
    private final RequestLog log;
    private final LlmScript llm;
    private final TokenStore tokens;
    private final Router router;

    public Control(World world, Faults faults, RequestLog log, LlmScript llm, TokenStore tokens) {
        this.world = world;
        this.faults = faults;
        this.log = log;
        this.llm = llm;
        this.tokens = tokens;
        this.router = new Router()
                .get(MOUNT + "/health", (_, _) -> Response.json(200, Json.value(Map.of("status", "UP"))))
                .post(MOUNT + "/faults", (request, _) -> body(request, this::fault))
                .delete(MOUNT + "/faults", (_, _) -> done(faults::clear))
                .get(MOUNT + "/requests", (_, _) -> requests())
                .delete(MOUNT + "/requests", (_, _) -> done(log::clear))
                .post(MOUNT + "/llm", (request, _) -> body(request, this::script))
                .get(MOUNT + "/llm", (_, _) -> prompts())
                .delete(MOUNT + "/llm", (_, _) -> done(llm::reset))
                .post(MOUNT + "/tokens", (request, _) -> body(request, this::tokens))
                .get(MOUNT + "/truth/{account}", (_, path) -> truth(path.getOrDefault("account", "")));
    }

    public Response answer(Request request) {
        Response response = router.answer(request);
        return response == null ? Response.text(404, "No such switch.") : response;
    }

    private Response fault(JsonNode body) {
        faults.add(FaultReader.read(body));
        return Response.empty(204);
    }

    private Response requests() {
        Map<String, Long> counts = log.entries().stream()
                .collect(Collectors.groupingBy(RequestLog.Entry::provider, LinkedHashMap::new, Collectors.counting()));
        List<ObjectNode> rows = log.entries().stream()
                .map(entry -> Json.object()
                        .put("number", entry.number())
                        .put("provider", entry.provider())
                        .put("method", entry.method())
                        .put("path", entry.path()))
                .toList();
        return Response.json(200, Json.value(Map.of("counts", counts, "requests", rows)));
    }

    private Response script(JsonNode body) {
        String persona = body.path("persona").asString(null);
        if (persona != null) {
            llm.persona(Persona.valueOf(persona.toUpperCase(Locale.ROOT)));
        }
        for (JsonNode answer : body.path("answers")) {
            llm.then(answer.isString() ? answer.asString() : answer.toString());
        }
        return Response.empty(204);
    }

    private Response prompts() {
        List<ObjectNode> prompts = llm.prompts().stream()
                .map(prompt -> {
                    ObjectNode row = Json.object().put("text", prompt.text());
                    row.set("request", prompt.request());
                    return row;
                })
                .toList();
        return Response.json(
                200, Json.value(Map.of("persona", llm.persona().name().toLowerCase(Locale.ROOT), "prompts", prompts)));
    }

    private Response tokens(JsonNode body) {
        if (body.has("rotateRefreshTokens")) {
            tokens.rotateRefreshTokens(body.path("rotateRefreshTokens").asBoolean(false));
        }
        String expire = body.path("expire").asString(null);
        if (expire != null) {
            tokens.expireAccessTokens(Provider.valueOf(expire.toUpperCase(Locale.ROOT)));
        }
        String revoke = body.path("revoke").asString(null);
        if (revoke != null) {
            tokens.revokeAccount(
                    Provider.valueOf(revoke.toUpperCase(Locale.ROOT)),
                    body.path("account").asString("acme"));
        }
        return Response.empty(204);
    }

    private Response truth(String account) {
        return Response.json(200, new TruthRows(world).of(account));
    }

    private static Response body(Request request, Function<JsonNode, Response> use) {
        JsonNode body = request.json();
        try {
            return body == null ? Response.text(400, "A JSON object is expected.") : use.apply(body);
        } catch (IllegalArgumentException e) {
            return Response.text(400, String.valueOf(e.getMessage()));
        }
    }

    private static Response done(Runnable action) {
        action.run();
        return Response.empty(204);
    }
}
