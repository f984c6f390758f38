package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeProgressed;
import ai.opsai.events.OrganizeRequested;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class OrganizeIT {

    private final Gateway gateway;
    private final Peers peers;
    private final Browser browser;

    OrganizeIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.browser = gateway.browser();
    }

    @Test
    void aTenantWithoutSamplesIsTold() {
        Page page = organize("empty", "wait=1");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.json().get("code").asString()).isEqualTo("no_samples");
    }

    @Test
    void theAnswerIsTheOrganizersAndASecondRequestJoins() {
        String connection = Flow.in(browser).complete(Flow.body("org")).get("connection");
        Page first = organize("org", "wait=0");
        Page second = organize("org", "wait=0");
        assertThat(second.json().get("operationId")).isEqualTo(first.json().get("operationId"));
        OrganizeRequested request = requested("org", 1);
        assertThat(request.expected()).containsExactly(Map.entry(UUID.fromString(connection), 1L));

        gateway.world.answer(
                "/internal/v1/tenants/org/runs/" + request.requestId(),
                call -> Reply.json("{\"requestId\":\"" + request.requestId() + "\",\"schemaVersion\":1}"));
        peers.say("org", new OrganizeProgressed("organize", request.requestId(), "design", 1, 4));
        peers.say("org", Said.organized(request.requestId()));

        await().until(() -> status(first, "org").equals("succeeded"));
        JsonNode operation =
                browser.get(first.header("Location") + "?tenantId=org").json();
        assertThat(operation.at("/result/schemaVersion").asInt()).isEqualTo(1);
        assertThat(operation.at("/result/operationId").asString())
                .isEqualTo(first.json().get("operationId").asString());
    }

    @Test
    void aFailedRunIsAProblem() {
        Flow.in(browser).complete(Flow.body("orgfail"));
        Page accepted = organize("orgfail", "wait=0");

        peers.say("orgfail", new OrganizeFailed(requested("orgfail", 1).requestId(), "no_samples", "Nothing came."));

        await().until(() -> status(accepted, "orgfail").equals("failed"));
        JsonNode operation =
                browser.get(accepted.header("Location") + "?tenantId=orgfail").json();
        assertThat(operation.at("/problem/code").asString()).isEqualTo("no_samples");
    }

    @Test
    void aDisconnectDuringARunIsFollowedByAnother() {
        String connection = Flow.in(browser).complete(Flow.body("follow")).get("connection");
        organize("follow", "wait=0");
        OrganizeRequested first = requested("follow", 1);

        browser.delete("/api/connections/" + connection + "?tenantId=follow");
        assertThat(peers.heard("follow", OrganizeRequested.class)).hasSize(1);
        peers.say("follow", Said.organized(first.requestId()));

        assertThat(requested("follow", 2).expected()).isEmpty();
    }

    @Test
    void readsArePassedThroughAndUnavailableWhenTheOrganizerIsDown() {
        gateway.world.answer("/internal/v1/tenants/reads/schema", call -> Reply.json("{\"version\":7 , \"x\":1}"));
        Page schema = browser.get("/api/tenants/reads/schema");
        assertThat(schema.text()).isEqualTo("{\"version\":7 , \"x\":1}");

        gateway.world.answer(
                "/internal/v1/tenants/reads/data/orders",
                call -> new Reply(404, "application/problem+json", "{\"code\":\"unknown_entity\"}"));
        Page rows = browser.get("/api/tenants/reads/data/orders?limit=5");
        assertThat(rows.status()).isEqualTo(404);
        assertThat(rows.json().get("code").asString()).isEqualTo("unknown_entity");
        assertThat(gateway.world
                        .calls("/internal/v1/tenants/reads/data/orders")
                        .getFirst()
                        .parameters())
                .containsEntry("limit", "5");

        gateway.world.answer("/internal/v1/tenants/reads/review", call -> Reply.status(503));
        Page down = browser.get("/api/tenants/reads/review");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.json().get("code").asString()).isEqualTo("unavailable");
        assertThat(down.header("Retry-After")).isNotEmpty();
    }

    private Page organize(String tenant, String prefer) {
        return browser.post("/api/organize-database", "{\"tenantId\":\"" + tenant + "\"}", "Prefer", prefer);
    }

    private String status(Page accepted, String tenant) {
        return browser.get(accepted.header("Location") + "?tenantId=" + tenant)
                .json()
                .get("status")
                .asString();
    }

    private OrganizeRequested requested(String tenant, int number) {
        await().until(() -> peers.heard(tenant, OrganizeRequested.class).size() >= number);
        return peers.heard(tenant, OrganizeRequested.class).get(number - 1);
    }
}
