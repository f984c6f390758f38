package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done at the provider after a connection ended. */
@ExtendWith(AcmeExtension.class)
class RevocationIT {

    private static final Duration PUT_OFF = Duration.ofMinutes(3);

    private final AcmeGateway acme;

    RevocationIT(AcmeGateway acme) {
        this.acme = acme;
    }

    @Test
    void a31_theRefreshTokenIsRevokedBeforeTheAccessTokenAndBothAreForgotten() {
        UUID connection = acme.connect("revoke-both");
        assertThat(acme.secrets("revoke-both")).isOne();

        acme.disconnect("revoke-both", connection);

        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked()).containsExactly("r1", "a1");
        assertThat(acme.secrets("revoke-both")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void a31_aTokenThatTheProviderDoesNotKnowCountsAsRevoked(int status) {
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(status));
        UUID connection = acme.connect("unknown" + status);

        acme.disconnect("unknown" + status, connection);

        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked()).hasSize(2);
        assertThat(acme.secrets("unknown" + status)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a31_aProviderThatFailsIsAskedAgainLaterEachTimeWhileNobodyIsGivenTheToken(int status) {
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(status));
        String tenant = "again" + status;
        UUID connection = acme.connect(tenant);
        acme.disconnect(tenant, connection);

        int calls = 0;
        for (int seconds : new int[] {5, 10, 20, 40}) {
            awaitNextTry(connection, Duration.ofSeconds(seconds));
            calls += 2;
            assertThat(acme.revoked()).hasSize(calls);
            assertThat(acme.token(tenant, connection).status()).isEqualTo(410);
            acme.clock.advance(Duration.ofSeconds(seconds));
        }
        awaitNextTry(connection, Duration.ofSeconds(80));
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(200));
        acme.clock.advance(Duration.ofSeconds(80));

        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked()).hasSize(calls + 4).endsWith("r1", "a1");
        assertThat(acme.secrets(tenant)).isZero();
    }

    @Test
    void a31_afterADayTheTokensAreForgottenWhateverTheProviderAnswers() {
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(503));
        UUID connection = acme.connect("day");
        acme.disconnect("day", connection);
        awaitNextTry(connection, Duration.ofSeconds(5));

        acme.clock.advance(Duration.ofHours(24).minusSeconds(1));
        awaitNextTry(connection, Duration.ofSeconds(10));
        assertThat(acme.secrets("day")).isOne();
        acme.clock.advance(Duration.ofSeconds(10));

        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.secrets("day")).isZero();
        assertThat(acme.revoked()).hasSize(6);
    }

    @Test
    void a31_theJobIsCommittedWithTheEndOrNotAtAll() throws SQLException {
        UUID connection = acme.connect("atomic");
        acme.owner("alter table connections.outbox add constraint full_disk check (false) not valid");
        try {
            assertThat(acme.disconnect("atomic", connection).status()).isEqualTo(500);

            assertThat(acme.revocations(connection)).isZero();
            assertThat(acme.status("atomic", connection)).isEqualTo("active");
            assertThat(acme.token("atomic", connection).status()).isEqualTo(200);
        } finally {
            acme.owner("alter table connections.outbox drop constraint full_disk");
        }

        assertThat(acme.disconnect("atomic", connection).status()).isEqualTo(204);
        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked()).containsExactly("r1", "a1");
    }

    @Test
    void a31_whoStopsInMidRevocationLeavesItToTheNext() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        acme.gateway.world.answer("/acme/revoke", call -> AcmeGateway.after(never, 200));
        UUID connection = acme.connect("crash");
        acme.disconnect("crash", connection);
        await().until(() -> !acme.revoked().isEmpty());

        acme.gateway.restart(Map.of());
        never.countDown();
        int before = acme.revoked().size();

        assertThat(acme.revocations(connection)).isOne();
        assertThat(acme.token("crash", connection).status()).isEqualTo(410);
        acme.clock.advance(Duration.ofMinutes(3));
        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked().subList(before, acme.revoked().size())).isEqualTo(List.of("r1", "a1"));
        assertThat(acme.secrets("crash")).isZero();
    }

    @Test
    void a31_whoConnectsAgainKeepsTheNewTokensAndTheJobIsDropped() {
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(503));
        UUID connection = acme.connect("revoke-back");
        acme.disconnect("revoke-back", connection);
        awaitNextTry(connection, Duration.ofSeconds(5));

        assertThat(acme.again("revoke-back", connection)).isEqualTo(connection);
        acme.clock.advance(PUT_OFF);

        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked()).containsExactly("r1", "a1");
        assertThat(acme.token("revoke-back", connection)
                        .json()
                        .get("access_token")
                        .asString())
                .isEqualTo("a2");
        end("revoke-back", connection);
    }

    @Test
    void a31_whoConnectsAgainWhileTheProviderIsBeingToldKeepsTheNewTokens() {
        CountDownLatch connected = new CountDownLatch(1);
        acme.gateway.world.answer("/acme/revoke", call -> AcmeGateway.after(connected, 200));
        UUID connection = acme.connect("meanwhile");
        acme.disconnect("meanwhile", connection);
        await().until(() -> !acme.revoked().isEmpty());

        acme.again("meanwhile", connection);
        connected.countDown();
        acme.clock.advance(PUT_OFF);

        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked()).containsExactly("r1", "a1");
        assertThat(acme.token("meanwhile", connection)
                        .json()
                        .get("access_token")
                        .asString())
                .isEqualTo("a2");
        end("meanwhile", connection);
    }

    @Test
    void a31_whoConnectsAgainWhileTheJobIsDueKeepsTheNewTokens() throws Exception {
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(503));
        UUID connection = acme.connect("due");
        acme.disconnect("due", connection);
        awaitNextTry(connection, Duration.ofSeconds(5));
        acme.clock.advance(Duration.ofSeconds(1));
        UUID after = acme.connect("due-after");
        acme.disconnect("due-after", after);
        awaitNextTry(after, Duration.ofSeconds(5));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<UUID> again;
            try (TableLock activation = acme.lock("account_owner")) {
                again = threads.submit(() -> acme.again("due", connection));
                activation.awaitWriter();
                acme.clock.advance(Duration.ofSeconds(5));
                awaitNextTry(after, Duration.ofSeconds(10));
            }
            assertThat(again.get()).isEqualTo(connection);
        }

        assertThat(acme.token("due", connection).json().get("access_token").asString())
                .isEqualTo("a3");
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(200));
        acme.clock.advance(PUT_OFF);
        await().until(() -> acme.revocations(connection) + acme.revocations(after) == 0);
        assertThat(acme.revoked()).doesNotContain("r3", "a3");
        assertThat(acme.secrets("due")).isOne();
        end("due", connection);
    }

    @Test
    void a31_whoEndsAConnectionWhileItIsBeingMadeHasItsGrantGivenBack() throws Exception {
        Browser browser = acme.gateway.browser();
        Page begun = browser.post("/api/connections", Flow.body("acme", "hasty"));
        UUID connection = UUID.fromString(begun.json().get("connectionId").asString());
        String state = browser.get(begun.json().get("authorizationUrl").asString())
                .redirect()
                .get("state");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Page> back;
            try (TableLock vault = acme.lock("connection_secret")) {
                back = threads.submit(() -> Flow.in(browser, "acme").back("code=good&state=" + state));
                vault.awaitWriter();
                assertThat(acme.disconnect("hasty", connection).status()).isEqualTo(204);
            }
            assertThat(back.get().redirect()).containsEntry("status", "failed").containsEntry("code", "cancelled");
        }

        assertThat(acme.status("hasty", connection)).isEqualTo("disconnected");
        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.revoked()).containsExactly("r1", "a1");
        assertThat(acme.secrets("hasty")).isZero();
    }

    @Test
    void a31_afterADayAlsoWithoutTheProvidersFile() {
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(503));
        UUID connection = acme.connect("removed");
        acme.disconnect("removed", connection);
        awaitNextTry(connection, Duration.ofSeconds(5));

        acme.removeProvider();
        acme.clock.advance(Duration.ofSeconds(5));
        awaitNextTry(connection, Duration.ofSeconds(10));
        assertThat(acme.secrets("removed")).isOne();
        acme.clock.advance(Duration.ofHours(24));

        await().until(() -> acme.revocations(connection) == 0);
        assertThat(acme.secrets("removed")).isZero();
        acme.restoreProvider();
    }

    /** What stays connected would be renewed in the hours of other tests. */
    private void end(String tenant, UUID connection) {
        acme.gateway.world.answer("/acme/revoke", call -> Reply.status(200));
        acme.disconnect(tenant, connection);
        await().until(() -> acme.revocations(connection) == 0);
    }

    private void awaitNextTry(UUID connection, Duration wait) {
        await().untilAsserted(() -> assertThat(acme.nextTry(connection)).isEqualTo(wait));
    }
}
