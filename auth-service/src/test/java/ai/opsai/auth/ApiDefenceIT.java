package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What pages of other sites, curious clients and greedy tenants get. */
@ExtendWith(ProvenGatewayExtension.class)
class ApiDefenceIT {

    private static final String ID = "0190b2c4-0000-7000-8000-000000000001";

    private final Gateway gateway;
    private final Browser browser;

    ApiDefenceIT(Gateway gateway) {
        this.gateway = gateway;
        this.browser = gateway.browser();
    }

    @Test
    void a36_noWriteIsMadeFromAnotherSite() {
        Page session = browser.post("/api/session", "", Tokens.bearing("defence"));
        String cookie = session.header("Set-Cookie").replaceAll(";.*", "");
        String csrf = session.json().get("csrfToken").asString();
        for (String route : writes()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = filled(route);
            assertThat(write(method, path, "Cookie", cookie).status())
                    .as(route + " without the token of the session")
                    .isEqualTo(403);
            for (String origin : Set.of("https://evil.example", "null", ProvenGatewayExtension.APP + ".evil.example")) {
                Page page = write(method, path, "Cookie", cookie, "X-CSRF-Token", csrf, "Origin", origin);
                assertThat(page.status()).as(route + " from " + origin).isEqualTo(403);
                assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
            }
            assertThat(write(method, path, "Cookie", cookie, "X-CSRF-Token", csrf, "Sec-Fetch-Site", "cross-site")
                            .status())
                    .as(route + " from another site")
                    .isEqualTo(403);
        }
        for (String path : Set.of("/api/connections", "/api/organize-database", "/api/providers/sample-data")) {
            Page page = write(
                    "POST", path, "Cookie", cookie, "X-CSRF-Token", csrf, "Content-Type", "text/plain;charset=utf-8");
            assertThat(page.status()).as(path + " as text/plain").isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://app.example.com.evil.example",
                "https://evil-app.example.com",
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://opsai.example.com.evil.example",
            })
    void a37_anOriginThatIsNotListedIsNotAllowed(String origin) {
        Page page = browser.get("/api/connections", with(Tokens.bearing("defence"), "Origin", origin));
        assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(page.header("Access-Control-Allow-Credentials")).isEmpty();
        Page asked = browser.send(
                browser.request("/api/connections").method("OPTIONS", BodyPublishers.noBody()),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.json().get("code").asString()).isEqualTo("forbidden");
        assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void a37_aListedOriginIsAllowedByItsNameAndNeverInAFlow() {
        String app = ProvenGatewayExtension.APP;
        Page page = browser.get("/api/connections", with(Tokens.bearing("defence"), "Origin", app));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Access-Control-Allow-Origin")).isEqualTo(app);
        assertThat(page.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(page.header("Vary")).contains("Origin");
        for (String path : Set.of("/oauth2/authorization/github?ticket=x", "/login/oauth2/code/github?state=x")) {
            assertThat(browser.get(path, "Origin", app).header("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void a38_nothingChangesByAnAddressAlone() {
        Set<String> all = Routes.of(gateway).all();
        int tried = 0;
        for (String route : writes()) {
            String path = route.substring(route.indexOf(' ') + 1);
            if (!all.contains("GET " + path)) {
                Page page = browser.get(filled(route), Tokens.bearing("defence"));
                assertThat(page.status()).as("GET " + path).isEqualTo(405);
                tried++;
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a44_fieldsThatNobodyAskedForDoNothing() {
        Page begun = browser.post("/api/connections", """
                {"provider":"github","token":"ghp_x","tenant_id":"other","status":"disconnected","scopes":["admin"],
                "version":99,"account":{"id":"1","label":"root"},"connection_id":"%s"}""".formatted(ID), Tokens.bearing("assign"));
        assertThat(begun.status()).isEqualTo(201);
        JsonNode connection = browser.get(
                        "/api/connections/" + begun.json().get("connectionId").asString(), Tokens.bearing("assign"))
                .json();
        assertThat(connection.get("connectionId").asString()).isNotEqualTo(ID);
        assertThat(connection.get("tenantId").asString()).isEqualTo("assign");
        assertThat(connection.get("status").asString()).isEqualTo("active");
        assertThat(connection.get("version").asInt()).isEqualTo(1);
        assertThat(connection.at("/account/label").asString()).isEqualTo("octocat");
        assertThat(connection.at("/scopes/granted")).isEmpty();
    }

    @Test
    void a45_aFloodOfOneTenantIsStoppedAndAnotherDoesNotNotice() {
        int accepted = 0;
        List<Page> refused = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Page page = start("flood");
            if (page.status() == 201) {
                accepted++;
            } else {
                assertThat(page.status()).isEqualTo(429);
                refused.add(page);
            }
        }
        assertThat(accepted).isBetween(300, 999);
        Page stopped = refused.getLast();
        assertThat(stopped.json().get("code").asString()).isEqualTo("rate_limited");
        assertThat(stopped.json().get("retryAt").asString()).endsWith("Z");
        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 60);
        for (int i = 0; i < 100; i++) {
            assertThat(start("calm").status()).isEqualTo(201);
        }
        assertThat(browser.get("/api/connections", Tokens.bearing("flood")).status())
                .as("reads are counted apart")
                .isEqualTo(200);
    }

    @Test
    void a46_theSameKeyIsTheSameAnswerAnotherBodyAMismatchAndAtOnceAConflict() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        gateway.world.answer("/api/user", call -> {
            asked.countDown();
            awaited(told);
            return Reply.json("{\"id\":42,\"login\":\"octocat\"}");
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Page> first = threads.submit(() -> connect("ghp_a"));
            awaited(asked);
            Page atOnce = connect("ghp_a");
            assertThat(atOnce.status()).isEqualTo(409);
            assertThat(atOnce.json().get("code").asString()).isEqualTo("idempotency_in_progress");
            told.countDown();
            assertThat(first.get().status()).isEqualTo(201);
            Page repeated = connect("ghp_a");
            assertThat(repeated.status()).isEqualTo(201);
            assertThat(repeated.json()).isEqualTo(first.get().json());
        }
        Page other = connect("ghp_b");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency_mismatch");
        assertThat(gateway.world.calls("/api/user")).hasSize(1);
    }

    @Test
    void a46_aRepeatedStartLeadsToTheSameLink() {
        String[] headers = with(Tokens.bearing("defence-again"), "Idempotency-Key", "start");
        Page first = browser.post("/api/connections", "{\"provider\":\"github\"}", headers);
        Page second = browser.post("/api/connections", "{\"provider\":\"github\"}", headers);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(browser.get("/api/connections", Tokens.bearing("defence-again"))
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void a47_whatOperatorsUseIsNotOnThePublicPort() {
        for (String path : Set.of("/actuator", "/actuator/heapdump", "/actuator/env", "/actuator/health")) {
            assertThat(browser.get(path, Tokens.bearing("defence")).status())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : Set.of("/swagger-ui/index.html", "/swagger-ui.html")) {
            assertThat(browser.get(path, Tokens.bearing("defence")).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(browser.get(path).status()).as(path).isEqualTo(401);
        }
        String management = "http://localhost:"
                + gateway.bean(Environment.class).getRequiredProperty("management.server.port") + "/actuator";
        assertThat(browser.get(management + "/health").status()).isEqualTo(200);
        for (String path : Set.of("/heapdump", "/env", "/threaddump", "/configprops", "/beans", "/loggers")) {
            assertThat(browser.get(management + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a48_aFailureOfTheDatabaseTellsNothingButItsCorrelationId() throws SQLException {
        change("revoke select on connections.operation from opsai_auth");
        try {
            Page page = browser.get("/api/operations", Tokens.bearing("defence"));
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.json().get("code").asString()).isEqualTo("internal_error");
            assertThat(page.json().get("correlationId").asString()).isEqualTo(page.header("X-Correlation-Id"));
            assertThat(page.text())
                    .doesNotContainIgnoringCase("permission")
                    .doesNotContainIgnoringCase("select")
                    .doesNotContainIgnoringCase("postgres")
                    .doesNotContain("127.0.0.1", "connections.", "Exception", "ai.opsai", "at org.");
        } finally {
            change("grant select on connections.operation to opsai_auth");
        }
    }

    @Test
    void a49_everyAnswerTellsBrowsersToBeCareful() {
        for (Page page : new Page[] {
            browser.get("/api/providers", Tokens.bearing("defence")),
            browser.get("/api/connections", Tokens.bearing("defence")),
            browser.get("/api/operations/" + ID, Tokens.bearing("defence")),
            browser.get("/api/connections"),
            browser.get("/nothing", Tokens.bearing("defence")),
        }) {
            assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("frame-ancestors 'none'", "default-src 'self'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Cache-Control")).contains("no-store");
        }
    }

    private Set<String> writes() {
        Set<String> writes = Routes.of(gateway).all();
        writes.removeIf(
                route -> route.startsWith("GET ") || route.contains(" /internal/") || route.contains(" /webhooks/"));
        return writes;
    }

    private static String filled(String route) {
        return route.substring(route.indexOf(' ') + 1).replaceAll("\\{[a-zA-Z]+}", ID);
    }

    private Page write(String method, String path, String... headers) {
        return browser.send(browser.request(path).method(method, BodyPublishers.ofString("{}")), headers);
    }

    private Page start(String tenant) {
        return browser.post("/api/connections", "{\"provider\":\"github\"}", Tokens.bearing(tenant));
    }

    private Page connect(String token) {
        return browser.post(
                "/api/connections",
                "{\"provider\":\"github\",\"token\":\"" + token + "\"}",
                with(Tokens.bearing("keys"), "Idempotency-Key", "connect"));
    }

    private static String[] with(String[] headers, String name, String value) {
        return new String[] {headers[0], headers[1], name, value};
    }

    private static void awaited(CountDownLatch latch) {
        await().until(() -> latch.getCount() == 0);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = gateway.database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
