package ai.opsai.organizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.events.DisconnectReason;
import ai.opsai.events.OverrideChange;
import ai.opsai.events.OverrideKind;
import ai.opsai.events.OverridesChanged;
import ai.opsai.local.stack.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The topics are the whole truth of organizing. */
class RebuildIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final List<String> TABLES = List.of(
            "tenant_data_schemas",
            "tenant_identities",
            "tenant_identity_redirects",
            "tenant_dynamic_data",
            "tenant_organized",
            "connection");

    private final String tenant = Topics.newTenant();
    private final UUID github = UUID.randomUUID();
    private final UUID stripe = UUID.randomUUID();
    private final UUID hubspot = UUID.randomUUID();

    @Test
    void emptyOrganizerGetsTheSameTablesFromTheTopicsAlone() {
        Database original = TestOrganizer.database();
        Database rebuilt = TestOrganizer.database();
        Tables tables = new Tables(original, tenant);
        try (Topics topics = new Topics(tenant)) {
            try (TestOrganizer _ = TestOrganizer.start(original, TestOrganizer.newGroup(), Map.of())) {
                makeHistory(topics, tables);
            }
            UUID open = topics.organize(Map.of(github, 2L));
            try (TestOrganizer _ = TestOrganizer.start(rebuilt, TestOrganizer.newGroup(), Map.of())) {
                Tables again = new Tables(rebuilt, tenant);
                await().atMost(LONG).until(() -> again.run(open), "done"::equals);
                try (TestOrganizer _ = TestOrganizer.start(original, TestOrganizer.newGroup(), Map.of())) {
                    await().atMost(LONG).until(() -> tables.run(open), "done"::equals);
                    await().atMost(LONG).until(() -> again.rows("sample").equals(tables.rows("sample")));
                }
                TABLES.forEach(table ->
                        assertThat(again.rows(table)).as(table).isNotNull().isEqualTo(tables.rows(table)));
                assertThat(again.query("select version from tenant_data_schemas order by 1"))
                        .containsExactly("1", "2", "3");
            }
        }
    }

    /** Two versions of one sample, runs between them, a connection that ended, a correction, a failure at the start. */
    private void makeHistory(Topics topics, Tables tables) {
        awaitRun(tables, topics.organize(Map.of()), "failed");
        topics.connected(github, "github", 1, 1);
        topics.sample(
                github,
                "github",
                1,
                Map.of("users", rows(1, 6, "\"login\": \"u%1$d\", \"email\": \"u%1$d@x.example\"")));
        topics.connected(stripe, "stripe", 1, 1);
        topics.sample(
                stripe,
                "stripe",
                1,
                Map.of("customers", rows(3, 9, "\"email\": \"u%1$d@x.example\", \"balance\": %1$d.50")));
        awaitRun(tables, topics.organize(Map.of(github, 1L, stripe, 1L)), "done");
        topics.sample(
                github,
                "github",
                2,
                Map.of(
                        "users", rows(2, 7, "\"login\": \"u%1$d\", \"email\": \"u%1$d@x.example\""),
                        "issues", rows(1, 5, "\"title\": \"t\", \"user_id\": %1$d")));
        topics.connected(hubspot, "hubspot", 1, 1);
        topics.sample(hubspot, "hubspot", 1, Map.of("contacts", rows(5, 8, "\"email\": \"u%1$d@x.example\"")));
        awaitRun(tables, topics.organize(Map.of(github, 2L, stripe, 1L, hubspot, 1L)), "done");
        topics.publish(new OverridesChanged(1, rename("github_users", "login", "handle")));
        topics.disconnected(stripe, "stripe", 1, DisconnectReason.USER);
        awaitRun(tables, topics.organize(Map.of(github, 2L, hubspot, 1L)), "done");
        assertThat(tables.query("select entities #>> '{github_users,fields,handle,type}' from tenant_data_schemas"
                        + " where version = 3"))
                .doesNotContainNull();
    }

    private static OverrideChange rename(String entity, String field, String name) {
        ObjectNode target =
                JsonMapper.shared().createObjectNode().put("entity", entity).put("field", field);
        return new OverrideChange("o-1", OverrideKind.RENAME, target, StringNode.valueOf(name), false);
    }

    private static List<String> rows(int from, int to, String fields) {
        return IntStream.range(from, to)
                .mapToObj(number -> "{\"id\": " + number + ", " + fields.formatted(number) + "}")
                .toList();
    }

    private static void awaitRun(Tables tables, UUID request, String state) {
        await().atMost(LONG).until(() -> tables.run(request), state::equals);
    }
}
