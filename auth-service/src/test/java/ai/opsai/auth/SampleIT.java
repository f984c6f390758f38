package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.auth.sample.SampleEvents;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleProgressed;
import ai.opsai.events.SamplePurpose;
import ai.opsai.events.SampleRequested;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class SampleIT {

    private final Gateway gateway;
    private final Peers peers;
    private final Browser browser;

    SampleIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.browser = gateway.browser();
    }

    @Test
    void aPastedTokenIsAnsweredWithItsSample() {
        Page accepted = sampleData("paste", "wait=0");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        assertThat(accepted.json().get("status").asString()).isEqualTo("queued");
        UUID connection = connected("paste").connectionId();
        String path = "/internal/v1/tenants/paste/connections/" + connection + "/sample";
        gateway.world.answer(path, call -> Reply.json("{\"connectionId\":\"" + connection + "\",\"sampleData\":{}}"));

        peers.say("paste", Said.collected(connection, 1));

        JsonNode operation = ended(accepted.header("Location") + "?tenantId=paste");
        assertThat(operation.get("status").asString()).isEqualTo("succeeded");
        assertThat(operation.at("/result/operationId").asString())
                .isEqualTo(operation.get("operationId").asString());
        assertThat(operation.at("/result/connectionId").asString()).isEqualTo(connection.toString());
        assertThat(gateway.world.calls("/api/user").getFirst().authorization()).isEqualTo("Bearer ghp_pasted");
        assertThat(gateway.world.calls(path).getFirst().authorization()).startsWith("Bearer ey");
    }

    @Test
    void aWaitingCallIsAnsweredAsSoonAsTheSampleIsThere() {
        Page first = sampleData("waits", "wait=0");
        UUID connection = connected("waits").connectionId();
        gateway.world.answer(
                "/internal/v1/tenants/waits/connections/" + connection + "/sample",
                call -> Reply.json("{\"sampleVersion\":2}"));
        Thread sampler = Thread.ofVirtual().start(() -> {
            await().until(() -> peers.heard("waits", ProviderConnected.class).size() == 2);
            peers.say("waits", Said.collected(connection, 2, 2, SamplePurpose.CONNECT));
        });

        Page second = sampleData("waits", "wait=60");

        assertThat(sampler).isNotNull();
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.json().get("sampleVersion").asInt()).isEqualTo(2);
        assertThat(ended(first.header("Location") + "?tenantId=waits")
                        .get("status")
                        .asString())
                .as("the older request is answered by the newer sample")
                .isEqualTo("succeeded");
    }

    @Test
    void aFailedSampleIsAnsweredWithItsProblem() {
        Page accepted = sampleData("fails", "respond-async");
        UUID connection = connected("fails").connectionId();
        SampleFailed wait = new SampleFailed(
                connection,
                1,
                1,
                "github",
                "provider_rate_limited",
                "GitHub asks to slow down.",
                false,
                Instant.parse("2030-01-01T00:00:00Z"));
        peers.say("fails", wait);
        await().untilAsserted(() -> assertThat(
                        operation(accepted, "fails").get("status").asString())
                .isEqualTo("waiting"));
        assertThat(operation(accepted, "fails").get("retryAt").asString()).isEqualTo("2030-01-01T00:00:00Z");

        var late = new SampleProgressed("sample", connection, 1, "repositories", 1, 3);
        gateway.bean(SampleEvents.class).progressed(peers.event("fails", late), late);
        assertThat(operation(accepted, "fails").get("status").asString())
                .as("progress that was said before the wait")
                .isEqualTo("waiting");

        peers.say("fails", new SampleFailed(connection, 1, 1, "github", "provider_forbidden", "No.", true, null));

        JsonNode operation = ended(accepted.header("Location") + "?tenantId=fails");
        assertThat(operation.at("/problem/code").asString()).isEqualTo("provider_forbidden");
        assertThat(operation.at("/problem/status").asInt()).isEqualTo(422);
        JsonNode sample = browser.get("/api/connections/" + connection + "?tenantId=fails")
                .json()
                .get("sample");
        assertThat(sample.get("status").asString()).isEqualTo("failed");
        assertThat(sample.at("/problem/code").asString()).isEqualTo("provider_forbidden");
    }

    @Test
    void aRateLimitIsWaitedForAndThenTheTokenIsUsed() {
        gateway.world.answer("/api/user", call -> Reply.status(429).retryAfter(1));
        Page accepted = sampleData("limited", "wait=0");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        assertThat(accepted.json().get("status").asString()).isEqualTo("waiting");
        assertThat(operation(accepted, "limited").has("retryAt")).isTrue();

        gateway.world.answer("/api/user", call -> Reply.json("{\"id\":42,\"login\":\"octocat\"}"));
        UUID connection = connected("limited").connectionId();
        peers.say("limited", Said.collected(connection, 1));

        JsonNode operation = ended(accepted.header("Location") + "?tenantId=limited");
        assertThat(operation.get("status").asString()).isEqualTo("succeeded");
        assertThat(operation.get("connectionId").asString()).isEqualTo(connection.toString());
    }

    @Test
    void aTokenThatTurnsOutToBeWrongAfterTheWaitFails() {
        gateway.world.answer("/api/user", call -> Reply.status(429).retryAfter(1));
        Page accepted = sampleData("limited-wrong", "wait=0");

        gateway.world.answer("/api/user", call -> Reply.status(401));

        JsonNode operation = ended(accepted.header("Location") + "?tenantId=limited-wrong");
        assertThat(operation.at("/problem/code").asString()).isEqualTo("provider_token_rejected");
    }

    @Test
    void aNewSampleHasTheOtherConnectionsLinkedOnce() {
        sampleData("links", "wait=0");
        UUID first = connected("links").connectionId();
        peers.say("links", Said.collected(first, 1));
        gateway.world.answer("/api/user", call -> Reply.json("{\"id\":7,\"login\":\"second\"}"));
        sampleData("links", "wait=0");
        await().until(() -> peers.heard("links", ProviderConnected.class).size() == 2);
        UUID second = peers.heard("links", ProviderConnected.class).get(1).connectionId();
        await().until(() -> status("links", first).equals("collected"));

        SampleCollected arrived = Said.collected(second, 1);
        peers.say("links", arrived);
        peers.say("links", arrived);
        await().until(() -> peers.heard("links", SampleRequested.class).size() == 1);
        SampleRequested link = peers.heard("links", SampleRequested.class).getFirst();
        assertThat(link.connectionId()).isEqualTo(first);
        assertThat(link.purpose()).isEqualTo(SamplePurpose.LINK);
        assertThat(link.sampleVersion()).isEqualTo(2);

        peers.say("links", Said.collected(first, 1, 2, SamplePurpose.LINK));
        await().until(() -> status("links", first).equals("collected"));
        assertThat(peers.heard("links", SampleRequested.class)).hasSize(1);
    }

    @Test
    void whatIsSaidOfAnOlderVersionOfAConnectionChangesNothing() {
        sampleData("stale", "wait=0");
        sampleData("stale", "wait=0");
        UUID connection = connected("stale").connectionId();

        peers.say("stale", new SampleFailed(connection, 1, 2, "github", "provider_error", "Old.", true, null));

        // Progress may be lost, so it is said until it is heard.
        await().untilAsserted(() -> {
            peers.say("stale", new SampleProgressed("sample", connection, 2, "repositories", 1, 3));
            assertThat(status("stale", connection)).isEqualTo("running");
        });
    }

    @Test
    void aRefreshIsAskedForWithTheNextVersion() {
        sampleData("refresh", "wait=0");
        UUID connection = connected("refresh").connectionId();

        Page accepted =
                browser.post("/api/connections/" + connection + "/sample?tenantId=refresh", "", "Prefer", "wait=0");

        assertThat(accepted.status()).isEqualTo(202);
        await().until(() -> !peers.heard("refresh", SampleRequested.class).isEmpty());
        assertThat(peers.heard("refresh", SampleRequested.class).getFirst().sampleVersion())
                .isEqualTo(2);
    }

    @Test
    void theSameKeyIsTheSameOperation() {
        String body = "{\"provider\":\"github\",\"accessToken\":\"ghp_pasted\",\"tenantId\":\"once\"}";
        Page first = browser.post("/api/providers/sample-data", body, "Prefer", "wait=0", "Idempotency-Key", "k1");
        Page second = browser.post("/api/providers/sample-data", body, "Prefer", "wait=0", "Idempotency-Key", "k1");
        Page other = browser.post(
                "/api/providers/sample-data",
                body.replace("ghp_pasted", "ghp_other"),
                "Prefer",
                "wait=0",
                "Idempotency-Key",
                "k1");

        assertThat(second.json().get("operationId")).isEqualTo(first.json().get("operationId"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency_mismatch");
        assertThat(gateway.world.calls("/api/user")).hasSize(1);
    }

    @Test
    void anOperationIsStreamedToItsEnd() {
        Page accepted = sampleData("stream", "wait=0");
        UUID connection = connected("stream").connectionId();
        Thread sampler = Thread.ofVirtual().start(() -> {
            peers.say("stream", new SampleProgressed("sample", connection, 1, "repositories", 1, 3));
            await().until(() -> status("stream", connection).equals("running"));
            peers.say("stream", Said.collected(connection, 1));
        });

        Page stream = browser.get(accepted.header("Location") + "/events?tenantId=stream");

        assertThat(sampler).isNotNull();
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.text())
                .contains("event: operation", "event: progress", "\"succeeded\"")
                .endsWith("event: end\ndata: {}\n\n");
        String last = stream.text()
                .lines()
                .filter(line -> line.startsWith("id: "))
                .toList()
                .getLast();
        Page rest = browser.get(
                accepted.header("Location") + "/events?tenantId=stream", "Last-Event-ID", last.substring(4));
        assertThat(rest.text()).isEqualTo("event: end\ndata: {}\n\n");
    }

    private Page sampleData(String tenant, String prefer) {
        return browser.post(
                "/api/providers/sample-data",
                "{\"provider\":\"github\",\"accessToken\":\"ghp_pasted\",\"tenantId\":\"" + tenant + "\"}",
                "Prefer",
                prefer);
    }

    private ProviderConnected connected(String tenant) {
        await().until(() -> !peers.heard(tenant, ProviderConnected.class).isEmpty());
        return peers.heard(tenant, ProviderConnected.class).getFirst();
    }

    private String status(String tenant, UUID connection) {
        return browser.get("/api/connections/" + connection + "?tenantId=" + tenant)
                .json()
                .at("/sample/status")
                .asString();
    }

    private JsonNode operation(Page accepted, String tenant) {
        return browser.get(accepted.header("Location") + "?tenantId=" + tenant).json();
    }

    private JsonNode ended(String path) {
        await().until(() -> java.util.Set.of("succeeded", "failed")
                .contains(browser.get(path).json().get("status").asString()));
        return browser.get(path).json();
    }
}
