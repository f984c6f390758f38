package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.events.DisconnectReason;
import ai.opsai.events.ProviderDisconnected;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What providers tell by themselves, through the gateway's door. */
@ExtendWith(GatewayExtension.class)
class WebhookIT {

    private final Gateway gateway;
    private final Peers peers;
    private final Browser browser;

    WebhookIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.browser = gateway.browser();
    }

    @Test
    void aRevokedAccountIsDisconnectedInEveryTenantThatHasIt() throws SQLException {
        String first = connect("hook-one", 901);
        String second = connect("hook-two", 901);
        String other = connect("hook-two", 902);

        assertThat(hear(revoked(901)).status()).isEqualTo(200);

        for (String tenant : new String[] {"hook-one", "hook-two"}) {
            ProviderDisconnected event = peers.await(tenant, ProviderDisconnected.class);
            assertThat(event.reason()).isEqualTo(DisconnectReason.PROVIDER);
            assertThat(event.connectionVersion()).isEqualTo(1);
        }
        assertThat(state("hook-one", first)).isEqualTo("disconnected provider");
        assertThat(state("hook-two", second)).isEqualTo("disconnected provider");
        assertThat(state("hook-two", other)).isEqualTo("active ");
        assertThat(keepsToken("hook-one", first)).isFalse();
        assertThat(keepsToken("hook-two", other)).isTrue();
    }

    @Test
    void withoutAGoodSignatureNothingIsHeard() {
        String id = connect("hook-bad", 911);
        String body = revoked(911);

        for (String signature : new String[] {"sha256=" + "0".repeat(64), "sha256=", signature(body + " ")}) {
            Page refused = post(body, signature, "github_app_authorization");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.json().get("code").asString()).isEqualTo("unauthenticated");
        }
        Page unsigned = browser.post("/webhooks/github", body, "X-GitHub-Event", "github_app_authorization");
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(post("{", signature(body), "github_app_authorization").status())
                .as("nothing is parsed before")
                .isEqualTo(401);
        assertThat(state("hook-bad", id)).isEqualTo("active ");
    }

    @Test
    void aDeliveryThatComesAgainDoesNotEndWhatWasConnectedSince() {
        String id = connect("hook-again", 921);
        String body = revoked(921);
        assertThat(hear(body).status()).isEqualTo(200);
        assertThat(hear(body).status()).isEqualTo(200);
        assertThat(state("hook-again", id)).isEqualTo("disconnected provider");
        assertThat(connect("hook-again", 921)).isEqualTo(id);

        assertThat(hear(body).status()).isEqualTo(200);
        String bare = signature(body).substring("sha256=".length());
        assertThat(post(body, bare, "github_app_authorization").status())
                .as("the same signature, spelled in another way")
                .isEqualTo(200);

        assertThat(state("hook-again", id)).isEqualTo("active ");
        assertThat(peers.heard("hook-again", ProviderDisconnected.class)).hasSize(1);
    }

    @Test
    void whatIsNoDisconnectionOrOfNobodyHereChangesNothing() {
        String id = connect("hook-none", 931);

        assertThat(hear(revoked(999)).status()).as("an account of nobody").isEqualTo(200);
        assertThat(post(revoked(931), signature(revoked(931)), "push").status()).isEqualTo(200);
        assertThat(hear("{}").status()).isEqualTo(200);
        assertThat(hear("no json").status()).isEqualTo(400);

        assertThat(state("hook-none", id)).isEqualTo("active ");
    }

    @Test
    void whereNoSecretIsConfiguredNothingIsHeard() {
        Page unset = browser.post("/webhooks/hubspot", "{}");
        Page unknown = browser.post("/webhooks/nobody", "{}");

        assertThat(unset.status()).isEqualTo(404);
        assertThat(unset.json().get("code").asString()).isEqualTo("not_found");
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void aLargeBodyIsNotRead() {
        String large = "{\"text\":\"" + "x".repeat(1_100_000) + "\"}";

        assertThat(hear(large).status()).isEqualTo(413);
    }

    private String connect(String tenant, int account) {
        gateway.world.answer(
                "/api/user", call -> Reply.json("{\"id\":" + account + ",\"login\":\"user" + account + "\"}"));
        return String.valueOf(
                Flow.in(gateway.browser()).complete(Flow.body(tenant)).get("connection"));
    }

    private static String revoked(int account) {
        return "{\"action\":\"revoked\",\"sender\":{\"login\":\"user\",\"id\":" + account + "}}";
    }

    private Page hear(String body) {
        return post(body, signature(body), "github_app_authorization");
    }

    private Page post(String body, String signature, String event) {
        return browser.post("/webhooks/github", body, "X-Hub-Signature-256", signature, "X-GitHub-Event", event);
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("hook".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String state(String tenant, String id) {
        var connection =
                browser.get("/api/connections/" + id + "?tenantId=" + tenant).json();
        return connection.get("status").asString() + " "
                + connection.path("reason").asString("");
    }

    private boolean keepsToken(String tenant, String id) throws SQLException {
        try (Connection vault = gateway.database.connect("opsai_vault");
                Statement statement = vault.createStatement()) {
            statement.execute("begin; select set_config('app.tenant_id', '" + tenant + "', true)");
            try (ResultSet rows = statement.executeQuery(
                    "select 1 from connections.connection_secret where connection_id = '" + id + "'")) {
                return rows.next();
            }
        }
    }
}
