package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.ProviderDisconnected;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class ConnectIT {

    private final Gateway gateway;
    private final Peers peers;
    private final Browser browser;

    ConnectIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.browser = gateway.browser();
    }

    @Test
    void consentLeadsToAnActiveConnectionAndItsEvent() {
        Map<String, String> asked = Flow.in(browser).toConsent(Flow.body("flow"));
        assertThat(asked)
                .containsEntry("client_id", "client")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "repo read:org read:user user:email")
                .containsEntry("redirect_uri", "http://localhost:" + gateway.port + "/login/oauth2/code/github");

        Page back = Flow.in(browser).back("code=abc&state=" + asked.get("state"));

        assertThat(back.location().getPath()).isEqualTo("/onboarding-v3");
        assertThat(back.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(back.header("Cache-Control")).isEqualTo("no-store");
        assertThat(back.redirect()).containsEntry("status", "connected");
        JsonNode connection = connection(back.redirect().get("connection"), "flow");
        assertThat(connection.get("status").asString()).isEqualTo("active");
        assertThat(connection.at("/account/label").asString()).isEqualTo("octocat");
        assertThat(connection.at("/scopes/granted/1").asString()).isEqualTo("read:org");
        assertThat(connection.at("/sample/status").asString()).isEqualTo("queued");
        assertThat(gateway.world.calls("/token").getFirst().parameters())
                .containsEntry("code", "abc")
                .containsEntry("client_secret", "hush")
                .containsKey("code_verifier");
        await().untilAsserted(() -> {
            ProviderConnected event =
                    peers.heard("flow", ProviderConnected.class).getFirst();
            assertThat(event.connectionVersion()).isEqualTo(1);
            assertThat(event.sampleVersion()).isEqualTo(1);
            assertThat(event.account().id()).isEqualTo("42");
        });
    }

    @Test
    void aTicketWorksOnce() {
        Page begun = browser.post("/api/connections", Flow.body("ticket"));
        String url = begun.json().get("authorizationUrl").asString();

        assertThat(browser.get(url).status()).isEqualTo(302);
        assertThat(browser.get(url).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"error\":\"invalid_grant\"}', application/json, code_rejected",
        "200, '{\"error\":\"bad_verification_code\"}', application/json, code_rejected",
        "200, '<html>login</html>', text/html, token_response_invalid",
        "200, '{\"access_token\":\"x\",\"token_type\":\"mac\"}', application/json, token_response_invalid",
        "500, '{}', application/json, provider_error"
    })
    void aTokenEndpointThatGivesNoTokenEndsTheFlow(int status, String body, String type, String code) {
        gateway.world.answer("/token", call -> new Reply(status, type, body));

        Map<String, String> outcome = Flow.in(browser).complete(Flow.body("notoken"));

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", code);
        assertThat(gateway.world.calls("/api/user")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, provider_token_rejected",
        "403, provider_forbidden",
        "404, provider_not_found",
        "500, provider_error"
    })
    void aTokenWhoseOwnerIsNotToldIsNotKept(int status, String code) {
        gateway.world.answer("/api/user", call -> Reply.status(status));

        Map<String, String> outcome = Flow.in(browser).complete(Flow.body("noidentity"));

        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", code);
    }

    @Test
    void aStartUnderAnotherNameOfThisMachineGoesToTheRightOneFirst() {
        Page start = browser.get("http://127.0.0.1:" + gateway.port + "/oauth2/authorization/github?tenantId=names");

        assertThat(start.header("Location"))
                .isEqualTo("http://localhost:" + gateway.port + "/oauth2/authorization/github?tenantId=names");
        Page there = browser.get(start.header("Location"));
        assertThat(there.redirect().get("redirect_uri")).startsWith("http://localhost:" + gateway.port);
    }

    @Test
    void theSameAccountAgainRenewsItsConnection() {
        String first = Flow.in(browser).complete(Flow.body("again")).get("connection");
        String second = Flow.in(browser).complete(Flow.body("again")).get("connection");

        assertThat(second).isEqualTo(first);
        assertThat(browser.get("/api/connections?tenantId=again").json().get("items"))
                .hasSize(1);
        assertThat(connection(first, "again").get("version").asInt()).isEqualTo(2);
    }

    @Test
    void reconnectingRefusesAnotherAccountAndNamesBoth() {
        String id = Flow.in(browser).complete(Flow.body("mismatch")).get("connection");
        gateway.world.answer("/api/user", call -> Reply.json("{\"id\":43,\"login\":\"hubot\"}"));

        Map<String, String> outcome = Flow.in(browser).complete(Flow.again("mismatch", String.valueOf(id)));

        assertThat(outcome).containsEntry("code", "account_mismatch").containsEntry("connection", id);
        assertThat(connection(id, "mismatch").at("/account/label").asString()).isEqualTo("octocat");
        JsonNode failed =
                browser.get("/api/operations?tenantId=mismatch&status=failed").json();
        assertThat(failed.at("/items/0/problem/detail").asString()).contains("octocat", "hubot");
    }

    @Test
    void aPastedTokenOfAnotherAccountIsRefusedForAConnection() {
        String id = String.valueOf(
                Flow.in(browser).complete(Flow.body("mismatch-token")).get("connection"));
        gateway.world.answer("/api/user", call -> Reply.json("{\"id\":43,\"login\":\"hubot\"}"));

        Page refused = browser.post(
                "/api/connections", Flow.again("mismatch-token", id).replace("}", ",\"token\":\"ghp_other\"}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("account_mismatch");
        assertThat(refused.json().get("detail").asString()).contains("octocat", "hubot");
        assertThat(connection(id, "mismatch-token").get("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error=access_denied", "error=server_error", "code="})
    void aReconnectThatFailsLeavesTheConnectionAsItWas(String answer) {
        String id =
                String.valueOf(Flow.in(browser).complete(Flow.body("unchanged")).get("connection"));
        JsonNode before = connection(id, "unchanged");
        String state = Flow.in(browser).toConsent(Flow.again("unchanged", id)).get("state");

        Map<String, String> outcome =
                Flow.in(browser).back(answer + "&state=" + state).redirect();

        assertThat(outcome).containsEntry("status", "failed").containsEntry("connection", id);
        assertThat(connection(id, "unchanged")).isEqualTo(before);
    }

    @Test
    void whatWasDisconnectedIsConnectedAgainUnderItsId() {
        String id = String.valueOf(Flow.in(browser).complete(Flow.body("back")).get("connection"));
        browser.delete("/api/connections/" + id + "?tenantId=back");

        Map<String, String> outcome = Flow.in(browser).complete(Flow.again("back", id));

        assertThat(outcome).containsEntry("status", "connected").containsEntry("connection", id);
        assertThat(connection(id, "back").get("status").asString()).isEqualTo("active");
        assertThat(connection(id, "back").get("version").asInt()).isEqualTo(2);
        assertThat(connection(id, "back").has("reason")).isFalse();
    }

    @Test
    void aConsentThatNeverComesExpires() throws SQLException {
        Page begun = browser.post("/api/connections", Flow.body("late"));
        String id = begun.json().get("connectionId").asString();
        try (Connection database = gateway.database.connect("opsai_auth");
                Statement statement = database.createStatement()) {
            statement.execute("begin; select set_config('app.tenant_id', 'late', true);"
                    + "update connections.connection set created_at = now() - interval '21 minutes'; commit");
        }

        assertThat(connection(id, "late").get("status").asString()).isEqualTo("failed");
        assertThat(connection(id, "late").get("reason").asString()).isEqualTo("expired");
        JsonNode operation = browser.get(
                        "/api/operations/" + begun.json().get("operationId").asString() + "?tenantId=late")
                .json();
        assertThat(operation.get("status").asString()).isEqualTo("failed");
    }

    @Test
    void disconnectingForgetsRevokesAndTells() {
        String id = Flow.in(browser).complete(Flow.body("bye")).get("connection");

        assertThat(browser.delete("/api/connections/" + id + "?tenantId=bye").status())
                .isEqualTo(204);
        assertThat(browser.delete("/api/connections/" + id + "?tenantId=bye").status())
                .isEqualTo(204);

        assertThat(connection(id, "bye").get("status").asString()).isEqualTo("disconnected");
        await().untilAsserted(() -> {
            assertThat(peers.heard("bye", ProviderDisconnected.class)).hasSize(1);
            assertThat(gateway.world.calls("/api/applications/client/token")).hasSize(1);
        });
    }

    @Test
    void anotherTenantsConnectionIsAsUnknownAsAnyOther() {
        String id = Flow.in(browser).complete(Flow.body("mine")).get("connection");

        JsonNode foreign =
                browser.get("/api/connections/" + id + "?tenantId=theirs").json();
        JsonNode unknown = browser.get("/api/connections/0190b2c4-0000-7000-8000-000000000001?tenantId=theirs")
                .json();

        assertThat(foreign.get("code").asString()).isEqualTo("unknown_connection");
        assertThat(foreign.get("detail")).isEqualTo(unknown.get("detail"));
        assertThat(browser.delete("/api/connections/" + id + "?tenantId=theirs").status())
                .isEqualTo(404);
        assertThat(connection(id, "mine").get("status").asString()).isEqualTo("active");
    }

    private JsonNode connection(@Nullable String id, String tenant) {
        return browser.get("/api/connections/" + id + "?tenantId=" + tenant).json();
    }
}
