package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.events.OrganizeRequested;
import ai.opsai.events.SamplePurpose;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description is true: each call of it is made, and each answer is one that it tells of. */
@ExtendWith(GatewayExtension.class)
class DescriptionIT {

    private static final String TENANT = "described";
    private static final String OF_TENANT = "?tenantId=" + TENANT;
    private static final String UNKNOWN = "0190b2c4-0000-7000-8000-000000000001";

    private final Gateway gateway;
    private final Peers peers;
    private final Browser browser;
    private final Description description;
    private final Set<String> made = new TreeSet<>();

    DescriptionIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.browser = gateway.browser();
        this.description = new Description(browser.get("/v3/api-docs").json());
    }

    @Test
    void everyCallAnswersAsItIsDescribed() {
        catalogue();
        connectors();
        String connection = connections();
        operations(sampling(connection));
        organizing(connection);
        samples(connection);
        organized(connection);
        sessionAndConsole();
        live();
        get("/api/connections/{id}", "/api/connections/" + connection + OF_TENANT, 200);
        make("DELETE", "/api/connections/{id}", "/api/connections/" + connection + OF_TENANT, "", 204);
        make("DELETE", "/api/connections/{id}", "/api/connections/" + UNKNOWN + OF_TENANT, "", 404);

        assertThat(made).as("calls that were made").containsExactlyElementsOf(description.calls());
    }

    @Test
    void whatTheCodeAnswersIsDescribedAndNothingElse() {
        assertThat(description.document().get("openapi").asString()).startsWith("3.1");
        assertThat(description.calls()).isEqualTo(Routes.of(gateway).described());
        for (String call : description.calls()) {
            assertThat(description.call(call).path("summary").asString(""))
                    .as(call + " has written answers")
                    .isNotEmpty();
        }
    }

    @Test
    void everyShapeIsUsed() {
        String document = description.document().toString();
        description
                .document()
                .at("/components/schemas")
                .propertyNames()
                .forEach(name -> assertThat(document).contains("\"#/components/schemas/" + name + "\""));
    }

    private void catalogue() {
        gateway.world.answer(
                "/internal/v1/connectors",
                call -> Reply.json("{\"items\":[{\"provider\":\"github\",\"entities\":[\"repositories\"]}]}"));
        Page first = get("/api/providers", "/api/providers?limit=1", 200);
        assertThat(first.json().get("items")).hasSize(1);
        get(
                "/api/providers",
                "/api/providers?limit=1&cursor="
                        + first.json().get("nextCursor").asString(),
                200);
        get("/api/providers", "/api/providers?cursor=made-up", 400);
        get("/api/providers", "/api/providers?limit=0", 400);
        Page versioned = get("/api/providers", "/api/providers", 200);
        Page known = get("/api/providers", "/api/providers", 304, "If-None-Match", versioned.header("ETag"));
        assertThat(known.header("ETag")).isEqualTo(versioned.header("ETag"));
    }

    private void connectors() {
        String connector = """
                {"connectorId":"pipe","name":"Pipe","version":1,"configSchema":{"type":"object"},"entities":["deals"],
                 "streams":[{"name":"deals","runnable":true,"problems":[]}]}""";
        String there = "/internal/v1/tenants/" + TENANT + "/connectors";
        gateway.world.answer(there, call -> Reply.json("{\"items\":[" + connector + "]}"));
        gateway.world.answer(there + "/pipe", call -> Reply.json(connector));
        String path = "/api/connectors" + OF_TENANT + "&name=Pipe";
        String[] yaml = {"Content-Type", "application/yaml"};
        make("POST", "/api/connectors", path, "streams: []", 201, yaml);
        make("POST", "/api/connectors", "/api/connectors" + OF_TENANT + "&name=GitHub", "streams: []", 400, yaml);
        make("POST", "/api/connectors", path, "{}", 415, "Content-Type", "application/json");
        get("/api/connectors", "/api/connectors" + OF_TENANT, 200);
        get("/api/connectors", "/api/connectors" + OF_TENANT + "&cursor=made-up", 400);
        get("/api/connectors/{id}", "/api/connectors/pipe" + OF_TENANT, 200);
        get("/api/connectors/{id}", "/api/connectors/none" + OF_TENANT, 404);
        Page providers = get("/api/providers", "/api/providers" + OF_TENANT, 200);
        assertThat(providers.json().get("items").valueStream())
                .filteredOn(provider -> provider.path("custom").asBoolean(false))
                .singleElement()
                .satisfies(own -> assertThat(own.get("id").asString()).isEqualTo("pipe"));
    }

    private String connections() {
        Page begun = post("/api/connections", Flow.body(TENANT), 201);
        post("/api/connections", "{\"provider\":\"nope\"}", 404);
        post("/api/connections", "{\"provider\":\"stripe\"}", 422);
        post("/api/connections", "{", 400);
        make("POST", "/api/connections", "/api/connections", "{}", 415, "Content-Type", "text/plain");
        Page away = get(
                "/oauth2/authorization/{provider}",
                begun.json().get("authorizationUrl").asString(),
                302);
        get("/oauth2/authorization/{provider}", "/oauth2/authorization/github?ticket=used", 400);
        Page back = get(
                "/login/oauth2/code/{provider}",
                "/login/oauth2/code/github?code=a&state=" + away.redirect().get("state"),
                303);
        get("/login/oauth2/code/{provider}", "/login/oauth2/code/nope?code=a&state=b", 404);
        get("/api/connections", "/api/connections" + OF_TENANT, 200);
        get("/api/connections", "/api/connections?tenantId=a%20b", 400);
        get("/api/connections/{id}", "/api/connections/" + UNKNOWN + OF_TENANT, 404);
        return String.valueOf(back.redirect().get("connection"));
    }

    private String sampling(String connection) {
        String refresh = "/api/connections/" + connection + "/sample" + OF_TENANT;
        make("POST", "/api/connections/{id}/sample", refresh, "", 202, "Prefer", "wait=0");
        make("POST", "/api/connections/{id}/sample", "/api/connections/" + UNKNOWN + "/sample", "", 404);
        String wish = "{\"provider\":\"github\",\"accessToken\":\"ghp_x\",\"tenantId\":\"" + TENANT + "\"}";
        Page accepted =
                post("/api/providers/sample-data", wish, 202, "Prefer", "wait=0", "Idempotency-Key", "described");
        post("/api/providers/sample-data", "{\"provider\":\"github\"}", 400);
        post("/api/providers/sample-data", wish.replace("ghp_x", "y"), 422, "Idempotency-Key", "described");
        String sample = Bodies.sample(connection);
        gateway.world.answer(
                "/internal/v1/tenants/" + TENANT + "/connections/" + connection + "/sample",
                call -> Reply.json(sample));
        await().until(() -> version(connection) == 3);
        peers.say(TENANT, Said.collected(UUID.fromString(connection), 2, 3, SamplePurpose.CONNECT));
        await().until(() -> get("/api/operations/{id}", accepted.header("Location") + OF_TENANT, 200)
                .json()
                .get("status")
                .asString()
                .equals("succeeded"));
        Page answer = post("/api/providers/sample-data", wish, 200, "Idempotency-Key", "described");
        assertThat(answer.json().get("sampleVersion").asInt()).isEqualTo(3);
        return accepted.header("Location");
    }

    private void operations(String operation) {
        Page page = get("/api/operations", "/api/operations" + OF_TENANT + "&limit=1", 200);
        get(
                "/api/operations",
                "/api/operations" + OF_TENANT + "&cursor="
                        + page.json().get("nextCursor").asString(),
                200);
        get(
                "/api/operations",
                "/api/operations?tenantId=other&cursor="
                        + page.json().get("nextCursor").asString(),
                400);
        get("/api/operations", "/api/operations?status=nope", 400);
        get("/api/operations/{id}", "/api/operations/" + UNKNOWN, 404);
        get("/api/operations/{id}/events", operation + "/events" + OF_TENANT, 200);
        get("/api/operations/{id}/events", "/api/operations/" + UNKNOWN + "/events", 404);
        make("DELETE", "/api/operations/{id}", operation + OF_TENANT, "", 204);
        make("DELETE", "/api/operations/{id}", "/api/operations/" + UNKNOWN, "", 404);
    }

    private void organizing(String connection) {
        String wish = "{\"tenantId\":\"" + TENANT + "\"}";
        post("/api/organize-database", "{\"tenantId\":\"described-empty\"}", 409);
        Page accepted = post("/api/organize-database", wish, 202, "Prefer", "respond-async", "Idempotency-Key", "o");
        await().until(() -> !peers.heard(TENANT, OrganizeRequested.class).isEmpty());
        UUID request = peers.heard(TENANT, OrganizeRequested.class).getFirst().requestId();
        gateway.world.answer(
                "/internal/v1/tenants/" + TENANT + "/runs/" + request,
                call -> Reply.json(Bodies.run(request, connection)));
        peers.say(TENANT, Said.organized(request));
        await().until(() -> get("/api/operations/{id}", accepted.header("Location") + OF_TENANT, 200)
                .json()
                .get("status")
                .asString()
                .equals("succeeded"));
        post("/api/organize-database", wish, 200, "Idempotency-Key", "o");
    }

    private void samples(String connection) {
        passed("/samples", "/samples", "{\"items\":[" + Bodies.sample(connection) + "]}");
        passed("/samples/{provider}", "/samples/github", "/samples", "{\"items\":[]}");
        get("/api/tenants/{tenantId}/samples/{provider}", "/api/tenants/" + TENANT + "/samples/nope", 404);
    }

    private void organized(String connection) {
        passed("/schema", "/schema?version=1", Bodies.schema(TENANT));
        passed("/schema/versions", "/schema/versions", Bodies.versions());
        passed("/schema/diff", "/schema/diff?from=1&to=2", Bodies.diff());
        passed("/data/{entityType}", "/data/orders?limit=1", "{\"items\":[" + Bodies.row(connection) + "]}");
        passed("/data/{entityType}/{entityId}", "/data/orders/o1", Bodies.row(connection));
        passed("/review", "/review", "{\"items\":[]}");
        passed("/explain", "/explain?entity=orders", "{\"entity\":\"orders\"}");
        get("/api/tenants/{tenantId}/schema/diff", "/api/tenants/" + TENANT + "/schema/diff?from=1", 400);
        gateway.world.answer("/internal/v1/tenants/" + TENANT + "/review", call -> Reply.status(503));
        get("/api/tenants/{tenantId}/review", "/api/tenants/" + TENANT + "/review", 503);
        gateway.world.answer(
                "/internal/v1/tenants/" + TENANT + "/schema",
                call -> new Reply(200, "application/sql", "create table orders (id uuid);"));
        get("/api/tenants/{tenantId}/schema", "/api/tenants/" + TENANT + "/schema", 200, "Accept", "application/sql");
    }

    private void sessionAndConsole() {
        get("/api/session", "/api/session", 200);
        make("POST", "/api/session", "/api/session", "", 201);
        make("DELETE", "/api/session", "/api/session", "", 204);
        get("/onboarding-v3", "/onboarding-v3" + OF_TENANT, 200);
    }

    /** A stream that never ends is looked at no further than its head. */
    private void live() {
        String call = "GET /api/tenants/{tenantId}/events";
        try (LiveStream stream = LiveStream.of(gateway, "/api/tenants/" + TENANT + "/events", "0")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.contentType()).startsWith("text/event-stream");
            assertThat(description.call(call).at("/responses/200/content").has("text/event-stream"))
                    .isTrue();
            assertThat(stream.next()).containsKeys("id", "event", "data");
        }
        made.add(call);
    }

    private void passed(String call, String path, String body) {
        passed(call, path, path.replaceAll("\\?.*", ""), body);
    }

    private void passed(String call, String path, String upstream, String body) {
        gateway.world.answer(
                "/internal/v1/tenants/" + TENANT + upstream,
                request -> (request.ifNoneMatch().isEmpty() ? Reply.json(body) : new Reply(304, "", ""))
                        .header("ETag", "\"v1\""));
        Page page = get("/api/tenants/{tenantId}" + call, "/api/tenants/" + TENANT + path, 200);
        assertThat(page.header("ETag")).isEqualTo("\"v1\"");
        get("/api/tenants/{tenantId}" + call, "/api/tenants/" + TENANT + path, 304, "If-None-Match", "\"v1\"");
    }

    private long version(String connection) {
        return browser.get("/api/connections/" + connection + OF_TENANT)
                .json()
                .at("/sample/sampleVersion")
                .asLong();
    }

    private Page get(String call, String path, int status, String... headers) {
        return make("GET", call, path, "", status, headers);
    }

    private Page post(String call, String body, int status, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return make("POST", call, call, body, status, all);
    }

    private Page make(String method, String call, String path, String body, int status, String... headers) {
        String name = method + " " + call;
        Page page = browser.send(browser.request(path).method(method, BodyPublishers.ofString(body)), headers);
        assertThat(page.status()).as(name + " answered " + page.text()).isEqualTo(status);
        description.check(name, page);
        made.add(name);
        return page;
    }
}
