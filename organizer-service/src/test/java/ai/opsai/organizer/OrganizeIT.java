package ai.opsai.organizer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.events.DisconnectReason;
import ai.opsai.events.Event;
import ai.opsai.events.TenantErased;
import ai.opsai.local.stack.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrganizeIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Map<String, List<String>> REPOSITORIES = Map.of(
            "repositories",
            List.of(
                    "{\"id\": 1, \"name\": \"app\", \"stars\": 42}",
                    "{\"id\": 2, \"name\": \"site\", \"stars\": 7}",
                    "{\"id\": 3, \"name\": \"docs\", \"stars\": 0}"));

    private static final Database database = TestOrganizer.database();
    private static @Nullable TestOrganizer organizer;

    private final String tenant = Topics.newTenant();
    private final Topics topics = new Topics(tenant);
    private final Tables tables = new Tables(database, tenant);
    private final UUID github = UUID.randomUUID();

    @BeforeAll
    static void start() {
        organizer = TestOrganizer.start(database, TestOrganizer.newGroup(), Map.of());
    }

    @AfterAll
    static void stop() {
        requireNonNull(organizer).close();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void requestedRunFillsTheTablesFromTheSamples() {
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        UUID request = topics.organize(Map.of(github, 1L));

        awaitRun(request, "done");
        assertThat(tables.query(
                        "select entities->'github_repositories'->'fields'->'stars'->>'type' from tenant_data_schemas"))
                .hasSize(1);
        assertThat(
                        tables.query(
                                "select data->>'stars' from tenant_dynamic_data where entity_type = 'github_repositories' order by entity_id"))
                .containsExactly("42", "7", "0");
        assertThat(tables.query("select result->>'changed' from organize_run")).containsExactly("true");
    }

    @Test
    void partsInAnyOrderAndTwiceMakeOneSample() {
        List<Event> events = topics.events(github, "github", 1, 1, REPOSITORIES);
        Collections.reverse(events);
        UUID request = topics.organize(Map.of(github, 1L));
        events.forEach(topics::publish);
        events.forEach(topics::publish);
        topics.connected(github, "github", 1, 1);

        awaitRun(request, "done");
        assertThat(tables.query("select count(*) from tenant_dynamic_data")).containsExactly("3");
        assertThat(tables.query("select count(*) from sample_part")).containsExactly("2");
        assertThat(tables.query("select result->>'missing' from organize_run")).containsExactly("[]");
    }

    @Test
    void secondRunOfTheSameChangesNothing() {
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        awaitRun(topics.organize(Map.of(github, 1L)), "done");
        List<String> schemas = tables.rows("tenant_data_schemas");
        List<String> rows = tables.rows("tenant_dynamic_data");
        UUID again = topics.organize(Map.of(github, 1L));

        awaitRun(again, "done");
        assertThat(tables.rows("tenant_data_schemas")).isEqualTo(schemas);
        assertThat(tables.rows("tenant_dynamic_data")).isEqualTo(rows);
        assertThat(tables.query("select result->>'changed' from organize_run where request_id = ?", again))
                .containsExactly("false");
    }

    @Test
    void sampleThatDoesNotComeIsNamedWithTheReason() {
        UUID stripe = UUID.randomUUID();
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        topics.connected(stripe, "stripe", 1, 1);
        topics.sampleFailed(stripe, "stripe", 1, "provider_token_rejected");
        UUID request = topics.organize(Map.of(github, 2L, stripe, 1L));

        awaitRun(request, "done");
        assertThat(tables.query(
                        "select m->>'code' from organize_run, jsonb_array_elements(result->'missing') m order by 1"))
                .containsExactly("provider_token_rejected", "sample_late");
        assertThat(tables.query("select inputs::text from tenant_data_schemas"))
                .containsExactly("{\"" + github + "\": 1}");
    }

    @Test
    void tenantWithoutAnySampleGetsAReason() {
        topics.connected(github, "github", 1, 1);
        topics.sampleFailed(github, "github", 1, "provider_error");
        UUID request = topics.organize(Map.of(github, 1L));

        awaitRun(request, "failed");
        assertThat(tables.query("select problem_code from organize_run")).containsExactly("no_samples");
    }

    @Test
    void requestsOfOneTenantFollowEachOther() {
        topics.connected(github, "github", 1, 1);
        List<UUID> requests = List.of(
                topics.organize(Map.of(github, 1L)),
                topics.organize(Map.of(github, 1L)),
                topics.organize(Map.of(github, 1L)));
        topics.sample(github, "github", 1, REPOSITORIES);

        requests.forEach(request -> awaitRun(request, "done"));
        assertThat(tables.query("select version from tenant_data_schemas")).containsExactly("1");
        assertThat(tables.query("select result->>'changed' from organize_run order by finished_at"))
                .containsExactly("true", "false", "false");
    }

    @Test
    void disconnectByTheUserTakesTheSampleAtOnceAndTheRowsWithTheNextRun() {
        UUID stripe = UUID.randomUUID();
        topics.connected(github, "github", 1, 1);
        topics.connected(stripe, "stripe", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        topics.sample(
                stripe, "stripe", 1, Map.of("customers", List.of("{\"id\": \"cus_1\", \"email\": \"a@b.example\"}")));
        awaitRun(topics.organize(Map.of(github, 1L, stripe, 1L)), "done");

        topics.disconnected(stripe, "stripe", 1, DisconnectReason.USER);
        await().atMost(LONG)
                .until(
                        () -> tables.query("select count(*) from sample_part where connection_id = ?", stripe),
                        List.of("0")::equals);
        assertThat(tables.query("select 1 from tenant_dynamic_data where connection_id = ?", stripe))
                .isNotEmpty();

        topics.sample(stripe, "stripe", 1, Map.of("customers", List.of("{\"id\": \"cus_9\"}")));
        awaitRun(topics.organize(Map.of(github, 1L)), "done");
        assertThat(tables.query("select 1 from tenant_dynamic_data where connection_id = ?", stripe))
                .isEmpty();
        assertThat(tables.query("select 1 from sample_part where connection_id = ?", stripe))
                .isEmpty();
    }

    @Test
    void disconnectByTheProviderLeavesAllReadable() {
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        topics.disconnected(github, "github", 1, DisconnectReason.PROVIDER);
        awaitRun(topics.organize(Map.of()), "done");

        assertThat(tables.query("select state from connection")).containsExactly("stale");
        assertThat(tables.query("select count(*) from tenant_dynamic_data")).containsExactly("3");
    }

    @Test
    void olderVersionsGoUnlessASchemaNamesThem() {
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        awaitRun(topics.organize(Map.of(github, 1L)), "done");
        topics.sample(github, "github", 2, REPOSITORIES);
        topics.sample(github, "github", 3, REPOSITORIES);

        await().atMost(LONG)
                .until(
                        () -> tables.query("select sample_version from sample where state = 'complete' order by 1"),
                        List.of("1", "3")::equals);
    }

    @Test
    void otherRowsUnderTheSameDesignMakeNoNewVersion() {
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        awaitRun(topics.organize(Map.of(github, 1L)), "done");
        List<String> schemas = tables.rows("tenant_data_schemas");
        topics.sample(
                github,
                "github",
                2,
                Map.of(
                        "repositories",
                        List.of(
                                "{\"id\": 1, \"name\": \"app\", \"stars\": 43}",
                                "{\"id\": 2, \"name\": \"site\", \"stars\": 7}",
                                "{\"id\": 4, \"name\": \"a\\u0000b\", \"stars\": 1}")));
        awaitRun(topics.organize(Map.of(github, 2L)), "done");

        assertThat(tables.rows("tenant_data_schemas")).isEqualTo(schemas);
        assertThat(tables.query("select entity_id || ' ' || (data->>'stars') from tenant_dynamic_data order by 1"))
                .containsExactly("1 43", "2 7", "4 1");
        assertThat(tables.query("select data->>'name' from tenant_dynamic_data where entity_id = '4'"))
                .containsExactly("ab");
        assertThat(tables.query("select count(distinct updated_at) from tenant_dynamic_data"))
                .containsExactly("2");
    }

    @Test
    void erasedConnectionIsGoneAtOnce() {
        UUID stripe = UUID.randomUUID();
        topics.connected(github, "github", 1, 1);
        topics.connected(stripe, "stripe", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        topics.sample(
                stripe, "stripe", 1, Map.of("customers", List.of("{\"id\": \"cus_1\", \"email\": \"a@b.example\"}")));
        awaitRun(topics.organize(Map.of(github, 1L, stripe, 1L)), "done");

        topics.disconnected(stripe, "stripe", 1, DisconnectReason.ERASURE);
        await().atMost(LONG)
                .until(() -> tables.query("select 1 from sample where connection_id = ?", stripe), List.of()::equals);
        assertThat(tables.query("select distinct connection_id::text from tenant_dynamic_data"))
                .containsExactly(github.toString());
        assertThat(tables.query("select 1 from tenant_identities where connection_id = ?", stripe))
                .isEmpty();
    }

    @Test
    void nothingOfAnErasedTenantIsLeft() {
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        awaitRun(topics.organize(Map.of(github, 1L)), "done");

        topics.publish(new TenantErased(Instant.EPOCH));
        for (String table : List.of(
                "connection",
                "sample",
                "sample_part",
                "organize_run",
                "tenant_data_schemas",
                "tenant_organized",
                "tenant_dynamic_data",
                "tenant_identities")) {
            await().atMost(LONG).until(() -> tables.rows(table), List.of()::equals);
        }
    }

    @Test
    void lastDisconnectLeavesNoRows() {
        topics.connected(github, "github", 1, 1);
        topics.sample(github, "github", 1, REPOSITORIES);
        awaitRun(topics.organize(Map.of(github, 1L)), "done");
        topics.disconnected(github, "github", 1, DisconnectReason.USER);
        await().atMost(LONG).until(() -> tables.rows("sample"), List.of()::equals);
        awaitRun(topics.organize(Map.of()), "failed");

        assertThat(tables.rows("tenant_dynamic_data")).isEmpty();
        assertThat(tables.query("select version from tenant_data_schemas")).containsExactly("1");
    }

    private void awaitRun(UUID request, String state) {
        await().atMost(LONG).until(() -> tables.run(request), state::equals);
    }
}
