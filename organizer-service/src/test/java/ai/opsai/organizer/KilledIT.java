package ai.opsai.organizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.local.stack.Database;
import ai.opsai.organizer.run.BlockedEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a process leaves when it dies in the middle of a run: a picked job without heartbeat, and no half of a result. */
class KilledIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Database database = TestOrganizer.database();
    private final String group = TestOrganizer.newGroup();
    private final String tenant = Topics.newTenant();
    private final Tables tables = new Tables(database, tenant);
    private final UUID connection = UUID.randomUUID();

    @Test
    void runOfADeadProcessIsTakenUpAndEndsInOneVersion() throws SQLException {
        UUID request = runUntilKilled();
        assertThat(tables.run(request)).isEqualTo("running");
        assertThat(tables.rows("tenant_data_schemas")).isEmpty();
        assertThat(tables.rows("tenant_dynamic_data")).isEmpty();

        leavePicked();
        try (TestOrganizer _ = TestOrganizer.start(database, group, Map.of())) {
            await().atMost(LONG).until(() -> tables.run(request), "done"::equals);
            assertThat(tables.query("select version from tenant_data_schemas")).containsExactly("1");
            assertThat(tables.query("select count(*) from tenant_dynamic_data")).containsExactly("2");
        }
    }

    private UUID runUntilKilled() {
        Map<String, String> quickEnd = Map.of("db-scheduler.shutdown-max-wait", "1ms");
        try (Topics topics = new Topics(tenant);
                TestOrganizer _ = TestOrganizer.start(database, group, quickEnd, BlockedEngine.class)) {
            topics.connected(connection, BlockedEngine.PROVIDER, 1, 1);
            topics.sample(
                    connection,
                    BlockedEngine.PROVIDER,
                    1,
                    Map.of("repositories", List.of("{\"id\": 1}", "{\"id\": 2}")));
            UUID request = topics.organize(Map.of(connection, 1L));
            await().atMost(LONG).until(() -> tables.run(request), "running"::equals);
            return request;
        }
    }

    /** An orderly end gives the job back; {@code kill -9} would have left it like this. */
    private void leavePicked() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            int left = statement.executeUpdate("""
                    update organizing.scheduled_tasks set picked = true, picked_by = 'dead',
                        execution_time = now() - interval '1 minute', last_heartbeat = now() - interval '1 minute'
                    where task_name = 'organize' and task_instance like '%s/%%'""".formatted(tenant));
            assertThat(left).isEqualTo(1);
        }
    }
}
