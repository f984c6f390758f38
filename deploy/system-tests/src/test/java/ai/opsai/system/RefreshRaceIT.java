package ai.opsai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.system.Gateways.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two real gateways on one database want one expired token from a slow server that rotates refresh tokens. */
class RefreshRaceIT {

    private static final int CALLERS = 50;
    private static final String TENANT = "race";

    /** Seconds: too few to be given out, but enough to be asked for before the half of them, when it is renewed. */
    private static final int EXPIRED = 119;

    /** The gateway believes in no shorter life; half a minute from now it is renewed. */
    private static final int SHORTEST = 60;

    @TempDir
    private Path folder;

    @Test
    void a25_twoProcessesWithFiftyCallersEachMakeOneRefreshAndGetTheSameVersion() throws Exception {
        race(4);
    }

    @Test
    @EnabledIfSystemProperty(named = "opsai.test.full", matches = "true")
    void a26_alsoWhenTheServerTakesHalfAMinute() throws Exception {
        race(30);
    }

    @Test
    void a27_afterAKillInMidRefreshAServerThatStillTakesTheOldTokenGivesTheOtherProcessANewOne() throws Exception {
        try (RotatingServer server = new RotatingServer(true, 4, EXPIRED);
                Gateways gateways = new Gateways(folder, server)) {
            UUID connection = killedInMidRefresh(server, gateways);

            Answer answer = gateways.token(1, TENANT, connection);

            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            assertThat(answer.body().get("version").asInt()).isEqualTo(2);
            assertThat(server.refreshes()).isEqualTo(2);
        }
    }

    @Test
    void a27_afterAKillInMidRefreshAServerThatDoesNotMakesTheOwnerConnectAgainAndThereIsNoStorm() throws Exception {
        try (RotatingServer server = new RotatingServer(false, 4, EXPIRED);
                Gateways gateways = new Gateways(folder, server)) {
            UUID connection = killedInMidRefresh(server, gateways);

            for (int again = 0; again < 3; again++) {
                assertThat(gateways.token(1, TENANT, connection).status()).isEqualTo(409);
            }

            assertThat(server.refreshes()).isEqualTo(2);
            assertThat(gateways.connection(1, TENANT, connection).get("status").asString())
                    .isEqualTo("reauth_required");
            assertThat(gateways.connection(1, TENANT, connection).get("reason").asString())
                    .isEqualTo("refresh_lost");
        }
    }

    @Test
    void v08_tokensAreRenewedByOneOfTwoProcessesBeforeAnybodyAsks() {
        try (RotatingServer server = new RotatingServer(false, 2, SHORTEST);
                Gateways gateways = new Gateways(folder, server)) {
            UUID connection = gateways.connect(TENANT);
            await().atMost(Duration.ofMinutes(2)).until(() -> server.refreshes() > 0);

            for (int replica = 0; replica < 2; replica++) {
                assertThat(patiently(gateways, replica, connection)
                                .body()
                                .get("version")
                                .asInt())
                        .isEqualTo(2);
            }
            assertThat(server.refreshes()).isEqualTo(1);
        }
    }

    private UUID killedInMidRefresh(RotatingServer server, Gateways gateways) {
        UUID connection = gateways.connect(TENANT);
        Thread asking = Thread.ofVirtual().start(() -> gateways.token(0, TENANT, connection));
        await().atMost(Duration.ofSeconds(20)).until(() -> server.refreshes() == 1);
        gateways.kill(0);
        await().until(() -> !asking.isAlive());
        return connection;
    }

    private void race(int seconds) throws Exception {
        try (RotatingServer server = new RotatingServer(false, seconds, EXPIRED);
                Gateways gateways = new Gateways(folder, server);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            UUID connection = gateways.connect(TENANT);
            List<Future<Answer>> answers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                answers.add(threads.submit(() -> patiently(gateways, 0, connection)));
                answers.add(threads.submit(() -> patiently(gateways, 1, connection)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status())
                        .as(answer.get().body().toString())
                        .isEqualTo(200);
                assertThat(answer.get().body().get("version").asInt()).isEqualTo(2);
                assertThat(answer.get().body().get("access_token").asString()).isEqualTo("a2");
            }
            assertThat(server.refreshes()).isEqualTo(1);
        }
    }

    /** Comes again when it is told to. */
    private static Answer patiently(Gateways gateways, int replica, UUID connection) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> gateways.token(replica, TENANT, connection), answer -> answer.status() != 503);
    }
}
