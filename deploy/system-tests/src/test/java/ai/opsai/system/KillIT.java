package ai.opsai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.sandbox.fault.Failure;
import ai.opsai.sandbox.fault.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} of each service at its worst moment still ends in the organized database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private OpsaiSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = OpsaiSystem.start(folder);
    }

    @AfterEach
    void clearFaults() {
        system.sandbox().faults().clear();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void gatewayKilledBetweenConsentAndCallback() {
        Frontend frontend = frontend();
        JsonNode started = frontend.start("github");
        Browser browser = new Browser();
        URI callback = browser.allow(URI.create(started.get("authorizationUrl").stringValue()));

        system.kill(ServiceModule.AUTH);
        system.restart(ServiceModule.AUTH);

        assertThat(browser.callback(callback).toString()).contains("status=connected");
        assertOrganized(frontend, started.get("connectionId").stringValue());
    }

    @Test
    void gatewayKilledAfterCommitBeforePublish() throws SQLException {
        Frontend frontend = frontend();
        JsonNode started = frontend.start("stripe");
        Browser browser = new Browser();
        URI callback = browser.allow(URI.create(started.get("authorizationUrl").stringValue()));

        // With every shard taken, what is committed stays unsent.
        try (Connection owner = system.database().connectAsOwner();
                RelayBlock block = RelayBlock.of(owner)) {
            assertThat(browser.callback(callback).toString()).contains("status=connected");
            assertThat(block.waiting()).isPositive();
            system.kill(ServiceModule.AUTH);
        }
        system.restart(ServiceModule.AUTH);

        assertOrganized(frontend, started.get("connectionId").stringValue());
    }

    @Test
    void samplerKilledBetweenPages() {
        Frontend frontend = frontend();
        String slowPath = "/crm/v3/objects/companies";
        system.sandbox()
                .faults()
                .add(Fault.always("hubspot", new Failure.Slow(Duration.ofMinutes(1)))
                        .on(slowPath));
        String connection = frontend.connect("hubspot");
        await().atMost(Frontend.LONG).until(() -> system.sandbox().requests().count("hubspot", slowPath) > 0);

        system.kill(ServiceModule.SAMPLER);
        system.sandbox().faults().clear();
        system.restart(ServiceModule.SAMPLER);

        assertOrganized(frontend, connection);
        assertThat(new Tables(system.database()).count("tenant_sample_data", "tenant_id = '" + frontend.tenant() + "'"))
                .as("one sample set")
                .isEqualTo(1);
    }

    @Test
    void organizerKilledWhileWritingRows() throws SQLException {
        Frontend frontend = frontend();
        String connection = frontend.connect("github");
        frontend.awaitSample(connection);
        String operation;
        try (Connection owner = system.database().connectAsOwner()) {
            TableBlock rows = TableBlock.of(owner, "organizing.tenant_dynamic_data");
            operation = frontend.startOrganizing();
            rows.awaitWaiter();
            system.kill(ServiceModule.ORGANIZER);
            rows.release();
        }
        system.restart(ServiceModule.ORGANIZER);

        JsonNode organized = frontend.awaitOperation(operation);
        assertThat(organized.path("status").asString()).as(organized.toString()).isEqualTo("succeeded");
        assertThat(new Tables(system.database())
                        .count("tenant_data_schemas", "tenant_id = '" + frontend.tenant() + "'"))
                .as("one schema version")
                .isEqualTo(1);
    }

    private Frontend frontend() {
        return system.frontend("kill-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private void assertOrganized(Frontend frontend, String connection) {
        frontend.awaitSample(connection);
        JsonNode organized = frontend.organize();
        assertThat(organized.path("status").asString()).as(organized.toString()).isEqualTo("succeeded");
        assertThat(frontend.connections())
                .extracting(found -> found.get("connectionId").stringValue())
                .isEqualTo(List.of(connection));
    }
}
