package ai.opsai.organizer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.local.stack.Database;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.llm.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model proposes, the data decide, and without either the engine's own result stands. */
class ModelIT {

    private static final Database DATABASE = TestOrganizer.database();
    private static final String CANARY = "maria.canary@private.example";
    private static final String SECRET = "sk_live_4eC39HqLyjWDarjtT1zdp7dc";

    private static @Nullable Sandbox sandbox;
    private static @Nullable TestOrganizer organizer;

    private final String tenant = Topics.newTenant();
    private final Topics topics = new Topics(tenant);
    private final Tables tables = new Tables(DATABASE, tenant);
    private final UUID desk = UUID.randomUUID();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        organizer = TestOrganizer.start(
                DATABASE,
                TestOrganizer.newGroup(),
                Map.of(
                        "OPENAI_API_KEY", "test-key",
                        "OPENAI_BASE_URL", model().baseUrl() + "/openai/v1",
                        "OPENAI_MODEL", "scripted",
                        "opsai.model.deadline", "3s"));
    }

    @AfterAll
    static void stop() {
        requireNonNull(organizer).close();
        model().close();
    }

    private static Sandbox model() {
        return requireNonNull(sandbox);
    }

    @AfterEach
    void close() {
        model().llm().reset();
        topics.close();
    }

    @Test
    void proposalThatTheDataBearOutIsTakenAndTheOtherIsNot() {
        model().llm().then("""
                {"meanings": [], "primaryKeys": [], "columnMatches": [], "descriptions": [],
                 "references": [
                   {"from": {"provider": "desk", "entity": "tickets", "path": "raised"},
                    "to": {"provider": "desk", "entity": "people", "path": "id"}},
                   {"from": {"provider": "desk", "entity": "tickets", "path": "weight"},
                    "to": {"provider": "desk", "entity": "people", "path": "id"}}]}""");

        organize();
        assertThat(tables.query("select proposal #>> '{from,path}' from model_proposal where accepted"))
                .containsExactly("raised");
        assertThat(tables.query("select proposal #>> '{from,path}' from model_proposal where not accepted"))
                .containsExactly("weight");
        assertThat(tables.query("select reason from model_proposal"))
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(tables.query("select engine from tenant_data_schemas")).containsExactly("llm-assisted");
        assertThat(tables.query("select jsonb_array_length(decisions) from tenant_data_schemas"))
                .containsExactly("1");
    }

    @Test
    void modelSeesNoValueAndNoSecret() {
        organize();
        assertThat(model().llm().prompts())
                .singleElement()
                .satisfies(prompt -> assertThat(prompt.text())
                        .contains("tickets", "raised")
                        .doesNotContain(CANARY, "canary", SECRET, "sk_live"));
        assertThat(tables.query("select engine_reason from tenant_data_schemas"))
                .containsExactly((String) null);
    }

    @Test
    void sameQuestionIsPaidForOnce() {
        organize();
        awaitDone(topics.organize(Map.of(desk, 1L)));
        assertThat(model().llm().prompts()).hasSize(1);
    }

    @Test
    void unreadableAnswerIsAskedForOnceMoreThenTheEngineStandsAlone() {
        model().llm().persona(Persona.MALFORMED);
        organize();
        assertThat(model().llm().prompts()).hasSize(2);
        assertDeterministic("llm_invalid_output");
    }

    @Test
    void secondTryMayMend() {
        model().llm().then("no json at all");
        organize();
        assertThat(model().llm().prompts()).hasSize(2);
        assertThat(tables.query("select engine_reason from tenant_data_schemas"))
                .containsExactly((String) null);
    }

    @Test
    void modelThatFailsOrIsSlowLeavesTheEngineAlone() {
        model().llm().persona(Persona.ERROR_500);
        organize();
        assertDeterministic("llm_unavailable");
    }

    @Test
    void slowModelIsNotWaitedFor() {
        model().llm().persona(Persona.SLOW);
        organize();
        assertDeterministic("llm_unavailable");
    }

    @Test
    void inventionsAndAttacksChangeNothing() {
        model().llm().persona(Persona.HOSTILE);
        organize();
        assertThat(tables.query("select accepted from model_proposal where proposal ->> 'kind' <> 'describe'"))
                .isNotEmpty()
                .containsOnly("f");
        assertThat(tables.query("select jsonb_object_keys(entities) from tenant_data_schemas order by 1"))
                .contains("desk_people", "desk_tickets");
    }

    private void organize() {
        topics.connected(desk, "desk", 1, 1);
        topics.sample(
                desk,
                "desk",
                1,
                Map.of(
                        "people",
                        List.of(
                                "{\"id\": 70611, \"email\": \"" + CANARY + "\"}",
                                "{\"id\": 80233, \"email\": \"x@private.example\"}",
                                "{\"id\": 91702, \"email\": \"y@private.example\"}"),
                        "tickets",
                        List.of(
                                ticket(1, 70611, "the key is " + SECRET),
                                ticket(2, 80233, "x"),
                                ticket(3, 91702, "y"),
                                ticket(4, 70611, "z"))));
        awaitDone(topics.organize(Map.of(desk, 1L)));
    }

    private static String ticket(int id, int raised, String body) {
        return "{\"id\": %d, \"raised\": %d, \"weight\": %d, \"body\": \"%s\"}".formatted(id, raised, id * 7, body);
    }

    private void assertDeterministic(String reason) {
        assertThat(tables.query("select engine || ' ' || engine_reason from tenant_data_schemas"))
                .containsExactly("deterministic " + reason);
        assertThat(tables.query("select result->>'engineReason' from organize_run"))
                .containsExactly(reason);
    }

    private void awaitDone(UUID request) {
        await().atMost(Duration.ofSeconds(60)).until(() -> tables.run(request), "done"::equals);
    }
}
