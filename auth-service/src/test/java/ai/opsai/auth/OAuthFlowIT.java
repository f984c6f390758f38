package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.auth.connection.AuthorizationRequests;
import ai.opsai.auth.connection.Ticket;
import ai.opsai.events.ProviderConnected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Start and callback of a flow under attack: the rows of docs/security.md, A1, by their numbers. */
@ExtendWith(GatewayExtension.class)
class OAuthFlowIT {

    private final Gateway gateway;
    private final Peers peers;
    private final FakeWorld world;
    private final Browser browser;
    private final Codes codes = new Codes();

    OAuthFlowIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.world = gateway.world;
        this.browser = gateway.browser();
    }

    @Test
    void a02_statesAreRandomAndOnlyTheirHashesAreStoredForTenMinutes() throws SQLException {
        int many = 10_000;
        Set<String> states = new HashSet<>();
        for (int i = 0; i < many; i++) {
            states.add(state());
        }
        assertThat(states)
                .hasSize(many)
                .allMatch(state -> state.replace("=", "").length() >= 43);

        String state = Flow.in(browser).toConsent(Flow.body("a02")).get("state");
        String hash = "sha256('" + state + "'::bytea)";
        assertThat(number("select count(*) from connections.oauth_flow where state_hash = " + hash))
                .isEqualTo(1);
        assertThat(number("select count(*) from connections.oauth_flow f where f::text like '%" + state + "%'"))
                .isZero();
        assertThat(number("select count(*) from connections.oauth_flow where expires_at > now() + interval '10 min'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=a", "code=a&state=", "code=a&state=unknown"})
    void a03_aCallbackWithoutAKnownStateIsRefused(String query) {
        Flow.in(browser).toConsent(Flow.body("a03"));

        assertRefused(Flow.in(browser).back(query), "oauth_state_invalid");
    }

    @Test
    void a03_anExpiredStateIsRefused() throws SQLException {
        String state = Flow.in(browser).toConsent(Flow.body("a03")).get("state");
        change("update connections.oauth_flow set expires_at = expires_at - interval '10 minutes'");

        assertRefused(Flow.in(browser).back("code=a&state=" + state), "oauth_state_invalid");
    }

    @Test
    void a03_anExpiredTicketIsRefused() throws SQLException {
        String url = browser.post("/api/connections", Flow.body("a03"))
                .json()
                .get("authorizationUrl")
                .asString();
        change("update connections.oauth_ticket set expires_at = expires_at - interval '10 minutes'");

        assertRefused(browser.get(url), "oauth_state_invalid");
    }

    @Test
    void a04_aReplayedCallbackIsRefused() {
        String state = Flow.in(browser).toConsent(Flow.body("a04")).get("state");

        assertThat(Flow.in(browser).back("code=a&state=" + state).status()).isEqualTo(303);
        Page replayed = Flow.in(browser).back("code=a&state=" + state);

        assertThat(replayed.status()).isEqualTo(400);
        assertThat(world.calls("/token")).hasSize(1);
    }

    @Test
    void a04_twentyParallelReplaysRedeemOneCode() throws Exception {
        String state = Flow.in(browser).toConsent(Flow.body("a04")).get("state");
        Callable<Integer> callback =
                () -> Flow.in(browser).back("code=abc&state=" + state).status();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(20, callback));
            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnlyOnce(303)
                    .containsOnly(303, 400);
        }
        assertThat(world.calls("/token")).hasSize(1);
    }

    @Test
    void a04_twentyParallelUsesOfATicketBeginOneFlow() throws Exception {
        String url = browser.post("/api/connections", Flow.body("a04"))
                .json()
                .get("authorizationUrl")
                .asString();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> start = () -> browser.get(url).status();
            List<Future<Integer>> answers = threads.invokeAll(Collections.nCopies(20, start));
            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnlyOnce(302)
                    .containsOnly(302, 400);
        }
    }

    @Test
    void a05_anAttackersStateAndCodeDoNothingInAVictimsBrowser() {
        Browser attacker = gateway.browser();
        Map<String, String> asked = Flow.in(attacker).toConsent(Flow.body("a05-attacker"));
        String query = "code=" + codes.consent(asked) + "&state=" + asked.get("state");
        Flow.in(browser).toConsent(Flow.body("a05-victim"));

        assertRefused(Flow.in(browser).back(query), "oauth_state_invalid");
        assertRefused(Flow.in(gateway.browser()).back(query), "oauth_state_invalid");

        assertThat(Flow.in(attacker).back(query).status())
                .as("its own browser can still use it")
                .isEqualTo(303);
    }

    @Test
    void a06_everyFlowHasAVerifierOfItsOwnAndSendsItsHash() {
        world.answer("/token", codes::redeem);
        Map<String, String> first = Flow.in(browser).toConsent(Flow.body("a06"));
        Map<String, String> second = Flow.in(browser).toConsent(Flow.body("a06"));
        assertThat(first).containsEntry("code_challenge_method", "S256");
        assertThat(second).containsEntry("code_challenge_method", "S256");
        assertThat(first.get("code_challenge")).isNotEqualTo(second.get("code_challenge"));

        Flow.in(browser).back("code=" + codes.consent(second) + "&state=" + second.get("state"));

        String verifier =
                String.valueOf(world.calls("/token").getFirst().parameters().get("code_verifier"));
        assertThat(verifier).matches("[A-Za-z0-9._~-]{43,128}");
        assertThat(Codes.challenge(verifier)).isEqualTo(second.get("code_challenge"));
    }

    @Test
    void a07_aForeignCodeInAnOwnFlowIsRejectedByItsVerifier() throws SQLException {
        world.answer("/token", codes::redeem);
        String stolen = codes.consent(Flow.in(gateway.browser()).toConsent(Flow.body("a07-victim")));
        String state = Flow.in(browser).toConsent(Flow.body("a07")).get("state");

        Map<String, String> outcome =
                Flow.in(browser).back("code=" + stolen + "&state=" + state).redirect();

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "code_rejected");
        assertNothingKept("a07", outcome.get("connection"), "code_rejected");
    }

    @Test
    void a08_aServerThatIgnoresTheChallengeIsStillGuardedByTheState() {
        Map<String, String> attacker = Flow.in(gateway.browser()).toConsent(Flow.body("a08-attacker"));
        Flow.in(browser).toConsent(Flow.body("a08"));

        assertRefused(
                Flow.in(browser).back("code=" + codes.consent(attacker) + "&state=" + attacker.get("state")),
                "oauth_state_invalid");
        assertRefused(Flow.in(browser).back("code=" + codes.consent(attacker)), "oauth_state_invalid");
    }

    @Test
    void a11_everyProviderHasACallbackOfItsOwn() {
        Map<String, String> asked = Flow.in(browser).toConsent(Flow.body("a11"));
        assertThat(asked.get("redirect_uri")).endsWith("/login/oauth2/code/github");

        assertRefused(
                browser.get("/login/oauth2/code/stripe?code=a&state=" + asked.get("state")), "oauth_state_invalid");
        assertThat(Flow.in(browser).back("code=a&state=" + asked.get("state")).status())
                .as("the other path spoils nothing")
                .isEqualTo(303);
    }

    @Test
    void a14_aDenialIsAReasonAndTheProvidersTextIsNotRepeated() {
        String state = Flow.in(browser).toConsent(Flow.body("a14")).get("state");
        String script = URLEncoder.encode("<script>alert(1)</script>" + "x".repeat(2_000), StandardCharsets.UTF_8);

        Page back = Flow.in(browser).back("error=access_denied&error_description=" + script + "&state=" + state);

        assertThat(back.redirect()).containsEntry("status", "failed").containsEntry("code", "user_denied");
        assertThat(back.header("Location")).doesNotContain("script", "xxx");
        JsonNode connection = connection("a14", back.redirect().get("connection"));
        assertThat(connection.get("status").asString()).isEqualTo("failed");
        assertThat(connection.get("reason").asString()).isEqualTo("user_denied");
        assertThat(failedOperation("a14").toString())
                .contains("You did not allow access to GitHub")
                .doesNotContain("script");
        assertRefused(Flow.in(browser).back("code=a&state=" + state), "oauth_state_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=a&code=b&state=S",
                "code=a&state=S&state=S",
                "code=a&state=S&iss=x&iss=y",
                "error=a&error=b&state=S",
                "code=a&state=S&realmId=1&realmId=2"
            })
    void a15_aParameterThatComesTwiceIsRefusedAndUsesUpNothing(String query) {
        String state = Flow.in(browser).toConsent(Flow.body("a15")).get("state");

        assertRefused(Flow.in(browser).back(query.replace("S", state)), "oauth_state_invalid");

        assertThat(Flow.in(browser).back("code=a&state=" + state).status()).isEqualTo(303);
    }

    @Test
    void a16_theAnswerLeadsToACleanAddressThatNothingRemembers() {
        String state = Flow.in(browser).toConsent(Flow.body("a16")).get("state");

        Page back = Flow.in(browser).back("code=once&state=" + state);

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).doesNotContain(state, "once");
        assertThat(back.redirect()).containsOnlyKeys("connection", "status");
        assertThat(back.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(back.header("Cache-Control")).isEqualTo("no-store");
        assertThat(back.text()).isEmpty();
    }

    static List<String> foreignAddresses() {
        return List.of(
                "https://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "/%2f%2fevil.example",
                "/%2F/evil.example",
                "/%5cevil.example",
                "/%5C%5Cevil.example",
                "/./%2fevil.example",
                "/.//evil.example",
                "/a//evil.example",
                "/%09/evil.example",
                "/%0d%0aSet-Cookie:%20a=b",
                "/\t/evil.example",
                "/\r\nLocation: https://evil.example",
                " https://evil.example",
                "https:evil.example",
                "https:/evil.example",
                "https:///evil.example",
                "HTTPS://EVIL.EXAMPLE",
                "javascript:alert(1)",
                "JaVaScRiPt://localhost/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "https://localhost@evil.example/",
                "http://localhost:PORT@evil.example/",
                "http://user@localhost:PORT/",
                "http://localhost.evil.example/",
                "http://localhost:PORT.evil.example/",
                "http://localhost:1/",
                "http://localhost:PORT\\@evil.example/",
                "http://127.0.0.1:PORT/",
                "https://localhost:PORT/",
                "http://\u2113ocalhost:PORT/",
                "evil.example",
                "@evil.example",
                "?//evil.example",
                "#//evil.example",
                "");
    }

    @ParameterizedTest
    @MethodSource("foreignAddresses")
    void a17_aForeignReturnAddressIsReplacedByOurOwnPage(String address) {
        String returnTo = address.replace("PORT", Integer.toString(gateway.port));
        Map<String, String> asked = Flow.in(browser).toConsent(returning(returnTo));

        URI target = Flow.in(browser).back("code=a&state=" + asked.get("state")).location();

        assertThat(target.getScheme()).isEqualTo("http");
        assertThat(target.getRawAuthority()).isEqualTo("localhost:" + gateway.port);
        assertThat(target.getRawPath()).isEqualTo("/onboarding-v3");
    }

    @ParameterizedTest
    @CsvSource({
        "/done?step=2, /done, step=2&, ",
        "/a/b/, /a/b/, '', ",
        "/, /, '', ",
        "/app#/connections, /app, '', /connections",
        "http://localhost:PORT/x, /x, '', ",
    })
    void a17_anOwnReturnAddressIsKept(String returnTo, String path, String query, String fragment) {
        Map<String, String> asked =
                Flow.in(browser).toConsent(returning(returnTo.replace("PORT", Integer.toString(gateway.port))));

        URI target = Flow.in(browser).back("code=a&state=" + asked.get("state")).location();

        assertThat(target.getPath()).isEqualTo(path);
        assertThat(target.getQuery()).startsWith(query + "connection=").contains("status=connected");
        assertThat(target.getFragment()).isEqualTo(fragment);
    }

    @Test
    void a18_aForgedHostChangesNoRedirectAddress() throws IOException {
        String own = "http%3A%2F%2Flocalhost%3A" + gateway.port + "%2Flogin%2Foauth2%2Fcode%2Fgithub";
        String start = "/oauth2/authorization/github?tenantId=a18";

        for (String forged : List.of(
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example;proto=https",
                "X-Forwarded-Proto: https\r\nX-Forwarded-Port: 444",
                "X-Original-Host: evil.example")) {
            String answer = raw(start, "localhost:" + gateway.port + "\r\n" + forged);
            assertThat(answer)
                    .startsWith("HTTP/1.1 302")
                    .containsAnyOf(own, URI.create("http://localhost:" + gateway.port) + "/login/oauth2/code/github")
                    .doesNotContain("evil.example");
        }
        assertThat(raw(start, "evil.example")).startsWith("HTTP/1.1 403").doesNotContain("redirect_uri");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a19_aRedirectOfATokenEndpointIsNotFollowed(int status) throws SQLException {
        world.answer("/token", call -> new Reply(status, "text/html", "").header("Location", world.url("/elsewhere")));

        Map<String, String> outcome = Flow.in(browser).complete(Flow.body("a19"));

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "token_endpoint_redirect");
        assertThat(world.calls("/elsewhere")).isEmpty();
        assertNothingKept("a19", outcome.get("connection"), "token_endpoint_redirect");
    }

    static List<Reply> oddAnswers() {
        return List.of(
                Reply.json("{\"token_type\":\"bearer\"}"),
                Reply.json("{\"access_token\":\"\",\"token_type\":\"bearer\"}"),
                Reply.json("{\"access_token\":null,\"token_type\":\"bearer\"}"),
                Reply.json("{\"access_token\":\"x\",\"token_type\":\"mac\"}"),
                Reply.json("[]"),
                Reply.json("{\"access_token\":"),
                Reply.json(""),
                new Reply(200, "text/html", "<html><title>Sign in</title></html>"),
                new Reply(200, "application/json", "{\"access_token\":\"" + "x".repeat(10_000_000) + "\"}"),
                new Reply(204, "application/json", ""));
    }

    @ParameterizedTest
    @MethodSource("oddAnswers")
    void a20_anOddTokenAnswerEndsTheFlowAndNothingIsKept(Reply odd) throws SQLException {
        world.answer("/token", call -> odd);

        Map<String, String> outcome = Flow.in(browser).complete(Flow.body("a20"));

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "token_response_invalid");
        assertThat(world.calls("/api/user")).isEmpty();
        assertNothingKept("a20", outcome.get("connection"), "token_response_invalid");
    }

    @Test
    void a21_fewerScopesThanAskedAreStoredAsGranted() {
        world.answer(
                "/token",
                call -> Reply.json("{\"access_token\":\"x\",\"token_type\":\"bearer\",\"scope\":\"read:user\"}"));

        String id = Flow.in(browser).complete(Flow.body("a21")).get("connection");

        JsonNode scopes = connection("a21", id).get("scopes");
        assertThat(scopes.get("requested").toString()).contains("repo", "read:org", "read:user");
        assertThat(scopes.get("granted").toString()).isEqualTo("[\"read:user\"]");
        assertThat(peers.await("a21", ProviderConnected.class).scopes().granted())
                .containsExactly("read:user");
    }

    @Test
    void a23_aTokenIsNotCarriedToAHostThatTheEntryDoesNotAllow() throws SQLException {
        String counterfeit = world.url("/counterfeit").replace("127.0.0.1", "localhost");
        world.answer("/api/user", call -> new Reply(302, "text/html", "").header("Location", counterfeit));

        Map<String, String> outcome = Flow.in(browser).complete(Flow.body("a23"));

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "egress_blocked");
        assertThat(world.calls("/counterfeit")).isEmpty();
        assertNothingKept("a23", outcome.get("connection"), "egress_blocked");
    }

    @Test
    void a24_theSameAccountInTwoTenantsIsTwoConnections() {
        String first = Flow.in(browser).complete(Flow.body("a24-one")).get("connection");
        long version = connection("a24-one", first).get("version").asLong();

        String second = Flow.in(browser).complete(Flow.body("a24-two")).get("connection");

        assertThat(second).isNotEqualTo(first);
        assertThat(connection("a24-one", first).get("version").asLong()).isEqualTo(version);
        assertThat(browser.delete("/api/connections/" + second + "?tenantId=a24-two")
                        .status())
                .isEqualTo(204);
        assertThat(connection("a24-one", first).get("status").asString()).isEqualTo("active");
    }

    @Test
    void aCancelledSignInConnectsNothing() throws SQLException {
        Page begun = browser.post("/api/connections", Flow.body("cancelled"));
        String state = browser.get(begun.json().get("authorizationUrl").asString())
                .redirect()
                .get("state");
        browser.delete("/api/operations/" + begun.json().get("operationId").asString() + "?tenantId=cancelled");

        Map<String, String> outcome =
                Flow.in(browser).back("code=a&state=" + state).redirect();

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "cancelled");
        assertNothingKept("cancelled", outcome.get("connection"), "cancelled");
        assertThat(world.calls("/token")).isEmpty();
    }

    @Test
    void aConnectionThatIsTakenBackBeforeConsentIsNotMade() throws SQLException {
        Page begun = browser.post("/api/connections", Flow.body("withdrawn"));
        String id = begun.json().get("connectionId").asString();
        String operation = "/api/operations/" + begun.json().get("operationId").asString() + "?tenantId=withdrawn";
        String state = browser.get(begun.json().get("authorizationUrl").asString())
                .redirect()
                .get("state");

        assertThat(browser.delete("/api/connections/" + id + "?tenantId=withdrawn")
                        .status())
                .isEqualTo(204);
        assertThat(browser.get(operation).json().get("status").asString()).isEqualTo("cancelled");
        Map<String, String> outcome =
                Flow.in(browser).back("code=a&state=" + state).redirect();

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "cancelled");
        assertThat(connection("withdrawn", id).get("status").asString()).isEqualTo("disconnected");
        assertThat(world.calls("/token")).isEmpty();
        assertNoToken("withdrawn");
    }

    @Test
    void aConnectionThatIsTakenBackWhileTheProviderIsAskedIsNotMade() throws SQLException {
        Page begun = browser.post("/api/connections", Flow.body("withdrawn-late"));
        String id = begun.json().get("connectionId").asString();
        String state = browser.get(begun.json().get("authorizationUrl").asString())
                .redirect()
                .get("state");
        world.answer("/token", call -> {
            gateway.browser().delete("/api/connections/" + id + "?tenantId=withdrawn-late");
            return Reply.json("{\"access_token\":\"late\",\"token_type\":\"bearer\"}");
        });

        Map<String, String> outcome =
                Flow.in(browser).back("code=a&state=" + state).redirect();

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "cancelled");
        assertThat(world.calls("/token")).hasSize(1);
        assertThat(connection("withdrawn-late", id).get("status").asString()).isEqualTo("disconnected");
        assertNoToken("withdrawn-late");
    }

    @Test
    void aReconnectDoesNotBringBackWhatWasDisconnectedMeanwhile() {
        String id = String.valueOf(
                Flow.in(browser).complete(Flow.body("withdrawn-again")).get("connection"));
        String state =
                Flow.in(browser).toConsent(Flow.again("withdrawn-again", id)).get("state");
        browser.delete("/api/connections/" + id + "?tenantId=withdrawn-again");

        Map<String, String> outcome =
                Flow.in(browser).back("code=a&state=" + state).redirect();

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "cancelled");
        assertThat(connection("withdrawn-again", id).get("status").asString()).isEqualTo("disconnected");
        assertThat(world.calls("/token")).hasSize(1);
    }

    @Test
    void aPersonSeesARefusalAsAPageAndAProgramAsAProblem() {
        String path = "/login/oauth2/code/github?code=a&state=%3Cscript%3E";

        Page page = browser.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).contains("<h1>", "oauth_state_invalid", page.header("X-Correlation-Id"));
        assertThat(page.text()).doesNotContain("<script>", "http://", "https://");

        Page problem = browser.get(path, "Accept", "*/*");
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.json().get("code").asString()).isEqualTo("oauth_state_invalid");
    }

    private void assertRefused(Page page, String code) {
        assertThat(page.status()).as(page.text()).isEqualTo(400);
        assertThat(page.json().get("code").asString()).isEqualTo(code);
        assertThat(world.calls("/token")).isEmpty();
    }

    /** A failed connection that has its reason, no account and no token. */
    private void assertNothingKept(String tenant, @Nullable String id, String reason) throws SQLException {
        JsonNode connection = connection(tenant, id);
        assertThat(connection.get("status").asString()).isEqualTo("failed");
        assertThat(connection.get("reason").asString()).isEqualTo(reason);
        assertThat(connection.has("account")).isFalse();
        assertThat(connection.get("version").asLong()).isZero();
        assertThat(failedOperations(tenant).toString()).isNotEmpty();
        assertNoToken(tenant);
    }

    private void assertNoToken(String tenant) throws SQLException {
        try (Connection vault = gateway.database.connect("opsai_vault");
                Statement statement = vault.createStatement()) {
            statement.execute("begin; select set_config('app.tenant_id', '" + tenant + "', true)");
            try (ResultSet rows = statement.executeQuery("select 1 from connections.connection_secret")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private JsonNode failedOperations(String tenant) {
        return browser.get("/api/operations?tenantId=" + tenant + "&status=failed")
                .json();
    }

    private JsonNode failedOperation(String tenant) {
        return failedOperations(tenant).at("/items/0/problem");
    }

    private JsonNode connection(String tenant, @Nullable String id) {
        return browser.get("/api/connections/" + id + "?tenantId=" + tenant).json();
    }

    private String state() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/oauth2/authorization/github");
        Ticket ticket = new Ticket("a02", "github", UUID.randomUUID(), UUID.randomUUID(), null, Map.of());
        String consent =
                gateway.bean(AuthorizationRequests.class).begin(ticket, request, new MockHttpServletResponse());
        return Browser.parameters(URI.create(consent).getRawQuery()).getOrDefault("state", "");
    }

    private String returning(String returnTo) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .writeValueAsString(Map.of("provider", "github", "tenantId", "a17", "returnTo", returnTo));
    }

    private String raw(String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection database = gateway.database.connect("opsai_auth");
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection database = gateway.database.connect("opsai_auth");
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
