package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Generated from the description: a call that is added is covered, or fails here until its ids are known. */
@ExtendWith(ProvenGatewayExtension.class)
class ForeignIdsIT {

    private static final String OWNER = "owner";
    private static final String STRANGER = "stranger";
    private static final String UNKNOWN = "0190b2c4-0000-7000-8000-000000000001";

    private final Browser browser;
    private final FakeWorld world;
    private final Description description;

    ForeignIdsIT(Gateway gateway) {
        this.browser = gateway.browser();
        this.world = gateway.world;
        this.description = new Description(browser.get("/v3/api-docs").json());
    }

    @Test
    void a43_anIdOfAnotherTenantIsAnsweredLikeOneThatNobodyHas() {
        Page begun = browser.post(
                "/api/connections", "{\"provider\":\"github\",\"token\":\"ghp_owner\"}", Tokens.bearing(OWNER));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        Map<String, String> owned = Map.of(
                "/api/connections/", begun.json().get("connectionId").asString(),
                "/api/operations/", begun.json().get("operationId").asString(),
                "/api/connectors/", "pipe");
        world.answer(
                "/internal/v1/tenants/" + OWNER + "/connectors/pipe", call -> Reply.json("{\"connectorId\":\"pipe\"}"));
        String before = state(owned);

        List<String> tried = new ArrayList<>();
        forEachCall((method, path) -> {
            if (path.contains("{id}")) {
                String id = idOf(path, owned);
                Page foreign = send(method, path.replace("{id}", id));
                Page unknown = send(method, path.replace("{id}", UNKNOWN));
                assertThat(foreign.status())
                        .as(method + " " + path + foreign.text())
                        .isEqualTo(404);
                assertThat(comparable(foreign)).as(method + " " + path).isEqualTo(comparable(unknown));
                tried.add(method + " " + path);
            }
        });

        assertThat(tried).contains("DELETE /api/connections/{id}", "GET /api/operations/{id}/events");
        assertThat(state(owned)).as("nothing happened to what was asked for").isEqualTo(before);
    }

    @Test
    void a43_anIdOfAnotherTenantInABodyIsAnsweredTheSame() {
        Page begun = browser.post(
                "/api/connections", "{\"provider\":\"github\",\"token\":\"ghp_owner\"}", Tokens.bearing(OWNER));
        BiFunction<String, String, Page> again = (id, token) -> browser.post(
                "/api/connections",
                "{\"provider\":\"github\",\"connectionId\":\"" + id + "\"" + token + "}",
                Tokens.bearing(STRANGER));
        for (String token : List.of("", ",\"token\":\"ghp_stranger\"")) {
            Page foreign = again.apply(begun.json().get("connectionId").asString(), token);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(comparable(foreign)).isEqualTo(comparable(again.apply(UNKNOWN, token)));
        }
    }

    @Test
    void a43_anotherTenantThatIsNamedIsRefusedEverywhere() {
        List<String> tried = new ArrayList<>();
        forEachCall((method, path) -> {
            boolean named = path.contains("{tenantId}");
            if (named || takesTenant(method + " " + path)) {
                String concrete = filled(path.replace("{id}", UNKNOWN)) + required(method + " " + path);
                String naming = named ? "" : (concrete.contains("?") ? "&" : "?") + "tenantId=" + OWNER;
                Page page = send(method, concrete + naming, "Content-Type", typeOf(method + " " + path));
                assertThat(page.status()).as(method + " " + path + page.text()).isEqualTo(403);
                assertThat(page.json().get("code").asString()).isEqualTo("tenant_forbidden");
                tried.add(method + " " + path);
            }
        });
        assertThat(tried).hasSizeGreaterThan(14);
        for (String path : List.of("/api/connections", "/api/organize-database", "/api/providers/sample-data")) {
            Page page = browser.post(
                    path,
                    "{\"provider\":\"github\",\"accessToken\":\"x\",\"tenantId\":\"" + OWNER + "\"}",
                    Tokens.bearing(STRANGER));
            assertThat(page.status()).as(path).isEqualTo(403);
        }
    }

    private void forEachCall(BiConsumer<String, String> test) {
        for (String call : description.calls()) {
            int blank = call.indexOf(' ');
            if (call.contains(" /api/")) {
                test.accept(call.substring(0, blank), call.substring(blank + 1));
            }
        }
    }

    private static String idOf(String path, Map<String, String> owned) {
        return owned.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("name an id that " + path + " takes"));
    }

    private boolean takesTenant(String call) {
        return description
                .call(call)
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("tenantId")
                        && parameter.path("in").asString().equals("query"));
    }

    /** Parameters without which a call is refused for another reason. */
    private String required(String call) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : description.call(call).path("parameters")) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean(false)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.path("name").asString())
                        .append("=1");
            }
        }
        return query.toString();
    }

    private static String filled(String path) {
        String filled = path.replace("{tenantId}", OWNER)
                .replace("{provider}", "github")
                .replace("{entityType}", "orders")
                .replace("{entityId}", "1");
        assertThat(filled).as("a value for each part of " + path).doesNotContain("{");
        return filled;
    }

    /** What the call takes as its body; JSON where it takes none. */
    private String typeOf(String call) {
        return description.call(call).at("/requestBody/content").propertyNames().stream()
                .findFirst()
                .orElse("application/json");
    }

    private Page send(String method, String path, String... headers) {
        var request = browser.request(path).method(method, BodyPublishers.noBody());
        for (int header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        return browser.send(request, Tokens.bearing(STRANGER));
    }

    private String state(Map<String, String> owned) {
        StringBuilder state = new StringBuilder();
        owned.forEach((path, id) ->
                state.append(browser.get(path + id, Tokens.bearing(OWNER)).text()));
        return state.toString();
    }

    private static JsonNode comparable(Page page) {
        ObjectNode body = page.json().asObject();
        body.remove("correlationId");
        return body.put("status of the answer", page.status());
    }
}
