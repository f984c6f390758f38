package ai.opsai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.local.stack.Database;
import ai.opsai.local.workspace.ServiceModule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The topics are the whole truth of organizing. */
class RebuildIT {

    private static final List<String> TABLES =
            List.of("tenant_data_schemas", "tenant_identities", "tenant_identity_redirects", "tenant_dynamic_data");

    @TempDir
    private Path folder;

    @Test
    void emptyOrganizerGetsTheSameTablesByteForByteFromTheTopicsAlone() {
        try (OpsaiSystem system = OpsaiSystem.start(folder)) {
            makeHistory(system.frontend("replayed"));
            system.kill(ServiceModule.ORGANIZER);
            system.service(ServiceModule.SAMPLER).close();
            system.sandbox().close();

            Database empty = system.migrated("rebuilt");
            try (Service rebuilt = new Service(ServiceModule.ORGANIZER, folder.resolve("rebuilt.log"))) {
                rebuilt.start(environment(system, empty));
                await().atMost(Frontend.LONG)
                        .until(() -> new Tables(empty).count("tenant_data_schemas", "version = 2") == 1);
                assertSame(new Tables(system.database()), new Tables(empty));
            }
        }
    }

    /** Two versions of one connection's sample, two runs; the second sees a third connection too. */
    private static void makeHistory(Frontend frontend) {
        String github = frontend.connect("github");
        frontend.awaitSample(github);
        frontend.awaitSample(frontend.connect("stripe"));
        frontend.awaitQuiet();
        succeeded(frontend.organize());
        frontend.post("/api/connections/" + github + "/sample?tenantId=" + frontend.tenant(), Map.of());
        frontend.awaitSample(frontend.connect("hubspot"));
        frontend.awaitQuiet();
        succeeded(frontend.organize());
    }

    private static void succeeded(JsonNode operation) {
        assertThat(operation.path("status").asString()).as(operation.toString()).isEqualTo("succeeded");
    }

    private static Map<String, String> environment(OpsaiSystem system, Database empty) {
        Map<String, String> environment = new HashMap<>(system.environment(ServiceModule.ORGANIZER));
        environment.put("DATABASE_URL", empty.jdbcUrl());
        environment.put("OPSAI_MESSAGING_GROUP", "organizer-rebuilt");
        return environment;
    }

    private static void assertSame(Tables original, Tables rebuilt) {
        for (String table : TABLES) {
            assertThat(rebuilt.rows(table)).as(table).isEqualTo(original.rows(table));
        }
        assertThat(original.rows("tenant_dynamic_data")).isNotEmpty();
    }
}
