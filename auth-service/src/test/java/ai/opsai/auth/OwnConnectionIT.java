package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.events.ProviderConnected;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A connection through a tenant's own connector: tried by the sampler, sealed here, handed out with its hosts. */
@ExtendWith(GatewayExtension.class)
class OwnConnectionIT {

    private static final String CONFIG = "{\"host\":\"https://api.pipe.example\",\"auth\":{\"key\":\"hush-4711\"}}";

    private final Gateway gateway;
    private final Peers peers;
    private final Browser browser;
    private final String tenant = "own-" + UUID.randomUUID();
    private final String there = "/internal/v1/tenants/" + tenant + "/connectors/pipe";

    OwnConnectionIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.browser = gateway.browser();
    }

    @BeforeEach
    void imported() {
        gateway.world.answer(there, call -> Reply.json("{\"connectorId\":\"pipe\",\"name\":\"Pipe\",\"version\":1}"));
        gateway.world.answer(
                there + "/trial",
                call -> Reply.json(
                        "{\"config\":" + CONFIG + ",\"hosts\":[\"api.pipe.example\",\"login.pipe.example\"]}"));
    }

    @Test
    void aConfigurationThatOpensItIsSealedAndHandedOutWithItsHostsAlone() {
        Page begun = connect(tenant, "");

        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        UUID connection = UUID.fromString(begun.json().get("connectionId").asString());
        ProviderConnected connected = peers.await(tenant, ProviderConnected.class);
        assertThat(connected.provider()).isEqualTo("pipe");
        assertThat(connected.account().label()).isEqualTo("Pipe (api.pipe.example, login.pipe.example)");
        JsonNode grant = token(tenant, connection).json();
        assertThat(grant.at("/config/auth/key").asString()).isEqualTo("hush-4711");
        assertThat(grant.get("allowed_hosts").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("api.pipe.example", "login.pipe.example");
        assertThat(grant.has("api_base")).isFalse();
        assertThat(grant.get("variables")).isEmpty();
        String view = browser.get("/api/connections/" + connection + "?tenantId=" + tenant)
                .text();
        assertThat(view).contains("\"active\"").doesNotContain("hush-4711");
    }

    @Test
    void connectingAgainKeepsConnectionAndAccount() {
        String first = connect(tenant, "").json().get("connectionId").asString();

        Page again = connect(tenant, ",\"connectionId\":\"" + first + "\"");
        Page another = connect(tenant, "");

        assertThat(again.json().get("connectionId").asString()).isEqualTo(first);
        assertThat(another.json().get("connectionId").asString()).isNotEqualTo(first);
    }

    @Test
    void whatTheSamplerFindsWrongIsTheAnswer() {
        gateway.world.answer(there + "/trial", call -> new Reply(400, "application/problem+json", """
                {"type":"urn:opsai:problem:invalid_request","title":"t","status":400,"detail":"The key is missing.",
                 "code":"invalid_request","errors":[{"field":"config.auth.key","message":"The key is missing."}]}"""));
        Page wrong = connect(tenant, "");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("config.auth.key");

        gateway.world.answer(there + "/trial", call -> new Reply(422, "application/problem+json", """
                {"type":"urn:opsai:problem:provider_token_rejected","title":"t","status":422,"detail":"No.",
                 "code":"provider_token_rejected"}"""));
        Page rejected = connect(tenant, "");
        assertThat(rejected.status()).isEqualTo(422);
        assertThat(rejected.json().get("code").asString()).isEqualTo("provider_token_rejected");
        assertThat(browser.get("/api/connections?tenantId=" + tenant).json().get("items"))
                .isEmpty();
    }

    @Test
    void anotherTenantHasNoSuchProvider() {
        Page foreign = connect("other-" + UUID.randomUUID(), "");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.json().get("code").asString()).isEqualTo("unknown_provider");
    }

    @Test
    void endingItNeedsNoProvider() {
        UUID connection =
                UUID.fromString(connect(tenant, "").json().get("connectionId").asString());

        assertThat(browser.delete("/api/connections/" + connection + "?tenantId=" + tenant)
                        .status())
                .isEqualTo(204);
        assertThat(token(tenant, connection).status()).isEqualTo(410);
    }

    private Page connect(String owner, String more) {
        return browser.post(
                "/api/connections",
                "{\"provider\":\"pipe\",\"tenantId\":\"" + owner + "\",\"config\":" + CONFIG + more + "}");
    }

    private Page token(String owner, UUID connection) {
        return gateway.internal()
                .post(
                        "/internal/v1/connections/" + connection + "/token",
                        "{}",
                        "Authorization",
                        "Bearer " + gateway.sampler().sign("auth", owner, connection, "sample"));
    }
}
