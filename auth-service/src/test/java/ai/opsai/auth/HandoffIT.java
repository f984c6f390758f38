package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.events.ProviderReauthRequired;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class HandoffIT {

    private final Gateway gateway;
    private final Peers peers;
    private final Browser browser;

    HandoffIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
        this.browser = gateway.browser();
    }

    @Test
    void theSamplerIsGivenTheTokenAndAllItNeedsToUseIt() {
        UUID connection = connect("hand");

        Page answer = ask("hand", connection, "{}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode grant = answer.json();
        assertThat(grant.get("access_token").asString()).isEqualTo("gho_marker");
        assertThat(grant.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(grant.get("version").asInt()).isEqualTo(1);
        assertThat(grant.at("/auth_header/prefix").asString()).isEqualTo("Bearer ");
        assertThat(grant.get("api_base").asString()).isEqualTo(gateway.world.url("/api"));
        assertThat(grant.at("/allowed_hosts/0").asString()).startsWith("127.0.0.1:");
        assertThat(grant.has("expires_in")).isFalse();
        assertThat(answer.text()).doesNotContain("refresh");
    }

    @Test
    void aStatementWorksOnceAndForItsOwnTenantAndConnection() {
        UUID connection = connect("proof");
        String statement = "Bearer " + gateway.sampler().sign("auth", "proof", connection, "sample");
        String path = "/internal/v1/connections/" + connection + "/token";

        assertThat(gateway.internal()
                        .post(path, "{}", "Authorization", statement)
                        .status())
                .isEqualTo(200);
        assertThat(gateway.internal()
                        .post(path, "{}", "Authorization", statement)
                        .status())
                .isEqualTo(401);
        assertThat(gateway.internal().post(path, "{}").status()).isEqualTo(401);
        assertThat(ask("others", connection, "{}").status()).isEqualTo(404);
        String elsewhere = "Bearer " + gateway.sampler().sign("auth", "proof", UUID.randomUUID(), "sample");
        assertThat(gateway.internal()
                        .post(path, "{}", "Authorization", elsewhere)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void v08_whatIsNoStatementOfTheSamplerIsRefused() throws Exception {
        UUID connection = connect("forged");
        String path = "/internal/v1/connections/" + connection + "/token";
        String unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJzYW1wbGVyIn0.";
        SignedJWT user = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer("sampler")
                        .audience("auth")
                        .subject("user")
                        .build());
        user.sign(new MACSigner("a-secret-of-more-than-two-hundred-and-fifty-six-bits"));
        String toOther = gateway.sampler().sign("organizer", "forged", connection, "sample");

        for (String forged : List.of(unsigned, user.serialize(), toOther)) {
            assertThat(gateway.internal()
                            .post(path, "{}", "Authorization", "Bearer " + forged)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void whatIsInternalIsFoundOnItsOwnPortAlone() {
        UUID connection = connect("ports");
        String statement = "Bearer " + gateway.sampler().sign("auth", "ports", connection, "sample");

        assertThat(browser.post("/internal/v1/connections/" + connection + "/token", "{}", "Authorization", statement)
                        .status())
                .isEqualTo(404);
        assertThat(gateway.internal().get("/api/providers").status()).isEqualTo(404);
    }

    @Test
    void aDisconnectedConnectionIsGone() {
        UUID connection = connect("gone");
        browser.delete("/api/connections/" + connection + "?tenantId=gone");

        assertThat(ask("gone", connection, "{}").status()).isEqualTo(410);
    }

    @Test
    void aRejectedTokenThatCannotBeRefreshedNeedsItsOwner() {
        UUID connection = connect("rejected");

        Page answer = ask("rejected", connection, "{\"reject_version\":1}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("code").asString()).isEqualTo("reauth_required");
        assertThat(browser.get("/api/connections/" + connection + "?tenantId=rejected")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("reauth_required");
        await().until(() ->
                !peers.heard("rejected", ProviderReauthRequired.class).isEmpty());
        assertThat(ask("rejected", connection, "{}").status()).isEqualTo(409);
    }

    @Test
    void fiftyAtOnceMakeOneRefresh() throws Exception {
        AtomicInteger issued = new AtomicInteger();
        gateway.world.answer(
                "/token",
                call -> Reply.json("{\"access_token\":\"a" + issued.incrementAndGet()
                        + "\",\"token_type\":\"bearer\",\"refresh_token\":\"r" + issued.get()
                        + "\",\"expires_in\":3600}"));
        UUID connection = connect("fifty");
        Callable<String> asking = () -> ask("fifty", connection, "{\"reject_version\":1}")
                .json()
                .get("access_token")
                .asString();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = threads.invokeAll(Collections.nCopies(50, asking));
            assertThat(answers.stream().map(Future::resultNow)).containsOnly("a2");
        }
        assertThat(gateway.world.calls("/token")).hasSize(2);
        assertThat(gateway.world.calls("/token").getLast().parameters())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "r1");
    }

    @Test
    void anOutageOfTheTokenEndpointIsNoRefusal() {
        gateway.world.answer(
                "/token",
                call -> call.parameters().containsKey("refresh_token")
                        ? Reply.status(503)
                        : Reply.json("{\"access_token\":\"a\",\"token_type\":\"bearer\",\"refresh_token\":\"r\"}"));
        UUID connection = connect("outage");

        Page later = ask("outage", connection, "{\"reject_version\":1}");
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.header("Retry-After")).isNotEmpty();
        assertThat(ask("outage", connection, "{}").status())
                .as("the connection stays active")
                .isEqualTo(200);
        assertThat(ask("outage", connection, "{\"reject_version\":1}").status())
                .as("the provider is left alone for a while")
                .isEqualTo(503);
        assertThat(gateway.world.calls("/token")).hasSize(2);
    }

    @Test
    void v12_aRefusedGrantNeedsItsOwnerAndIsToldOnce() {
        gateway.world.answer(
                "/token",
                call -> call.parameters().containsKey("refresh_token")
                        ? new Reply(400, "application/json", "{\"error\":\"invalid_grant\"}")
                        : Reply.json("{\"access_token\":\"a\",\"token_type\":\"bearer\",\"refresh_token\":\"r\"}"));
        UUID connection = connect("refused");

        assertThat(ask("refused", connection, "{\"reject_version\":1}").status())
                .isEqualTo(409);
        assertThat(ask("refused", connection, "{\"reject_version\":1}").status())
                .isEqualTo(409);
        assertThat(gateway.world.calls("/token")).hasSize(2);
        await().untilAsserted(() -> assertThat(peers.heard("refused", ProviderReauthRequired.class))
                .singleElement()
                .extracting(ProviderReauthRequired::reason)
                .isEqualTo("invalid_grant"));
    }

    private UUID connect(String tenant) {
        return UUID.fromString(Flow.in(browser).complete(Flow.body(tenant)).get("connection"));
    }

    private Page ask(String tenant, UUID connection, String body) {
        return gateway.internal()
                .post(
                        "/internal/v1/connections/" + connection + "/token",
                        body,
                        "Authorization",
                        "Bearer " + gateway.sampler().sign("auth", tenant, connection, "sample"));
    }
}
