package ai.opsai.sampler.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.token.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of each entity is read, and that it does not depend on who is faster. */
class SamplingPlanTests {

    private static final String MANIFEST = """
            definitions:
              requester:
                type: HttpRequester
                url_base: https://api.plan.example
                authenticator: {type: BearerAuthenticator, api_token: "{{ config['access_token'] }}"}
              selector:
                type: RecordSelector
                extractor: {type: DpathExtractor, field_path: [items]}
              paginator:
                type: DefaultPaginator
                page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                pagination_strategy: {type: PageIncrement, page_size: 2}
              projects:
                type: DeclarativeStream
                name: projects
                primary_key: [id]
                retriever:
                  requester: {$ref: "#/definitions/requester", path: /projects}
                  paginator: {$ref: "#/definitions/paginator"}
                  record_selector: {$ref: "#/definitions/selector"}
            streams:
              - type: DeclarativeStream
                name: tasks
                primary_key: [id]
                retriever:
                  requester: {$ref: "#/definitions/requester", path: "/projects/{{ stream_slice.project }}/tasks"}
                  record_selector: {$ref: "#/definitions/selector"}
                  partition_router:
                    type: SubstreamPartitionRouter
                    parent_stream_configs:
                      - {stream: {$ref: "#/definitions/projects"}, parent_key: id, partition_field: project}
              - {$ref: "#/definitions/projects"}
              - type: DeclarativeStream
                name: people
                primary_key: [id]
                retriever:
                  requester: {$ref: "#/definitions/requester", path: /people}
                  record_selector: {$ref: "#/definitions/selector"}
            """;
    private static final String ALL = "{tasks: {}, projects: {}, people: {}}";
    private static final Reply FULL_PAGE = Reply.json("{\"items\":[{\"id\":1},{\"id\":2}]}");

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @TempDir
    private Path folder;

    private final MemoryPages pages = new MemoryPages();

    private SampledProvider plan(String entities) throws IOException {
        Path plan = Files.createDirectories(folder.resolve("plan"));
        Files.writeString(plan.resolve("manifest.yaml"), MANIFEST);
        Files.writeString(plan.resolve("provider.yaml"), """
                id: plan
                name: Plan
                budget: {requests: 20}
                entities: %s
                metrics: {}
                """.formatted(entities));
        return ProviderFiles.in(folder).getFirst();
    }

    private RunContext collect(String entities) throws IOException {
        RunContext run = Shop.run(plan(entities), TestTokens.of("token-1234", provider.url()), pages, List.of());
        new RecentRows(run).collect();
        return run;
    }

    private static Reply ids(int... ids) {
        StringBuilder items = new StringBuilder();
        for (int id : ids) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"id\":")
                    .append(id)
                    .append('}');
        }
        return Reply.json("{\"items\":[" + items + "]}");
    }

    private List<String> asked() {
        return provider.received().stream().map(Received::target).toList();
    }

    private static Collected rows(RunContext run, String entity) {
        return requireNonNull(run.entities().get(entity));
    }

    /** Distinct seeds let the answers come in different orders. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theSampleIsTheSameWhateverTheOrderOfTheAnswers(long seed) throws IOException {
        var random = new Random(seed);
        provider.on("/projects", ids(1, 2).after(random.nextInt(80)), ids(3).after(random.nextInt(80)))
                .on("/people", ids(7, 8).after(random.nextInt(80)));
        for (int project = 1; project <= 3; project++) {
            provider.on("/projects/" + project + "/tasks", ids(10 * project).after(random.nextInt(80)));
        }

        RunContext run = collect(ALL);

        assertThat(run.entities().keySet()).containsExactly("tasks", "projects", "people");
        Map<String, List<Object>> ids = new TreeMap<>();
        run.entities().forEach((name, rows) -> ids.put(name, idsOf(rows)));
        assertThat(ids)
                .isEqualTo(Map.of("tasks", List.of(10, 20, 30), "projects", List.of(1, 2, 3), "people", List.of(7, 8)));
        assertThat(run.budget().used()).isEqualTo(6);
    }

    private static List<Object> idsOf(Collected rows) {
        return rows.rows().stream()
                .map(row -> requireNonNull(row.data().get("id")))
                .toList();
    }

    @Test
    void aParentThatIsNoEntityIsReadForItsChildrenAlone() throws IOException {
        provider.on("/projects", ids(1)).on("/projects/1/tasks", ids(5));

        RunContext run = collect("{tasks: {}}");

        assertThat(idsOf(rows(run, "tasks"))).containsExactly(5);
        assertThat(run.entities()).containsOnlyKeys("tasks");
    }

    @Test
    void childrenOfAParentThatFailedFailForTheSameReasonAndOthersAreKept() throws IOException {
        provider.on("/projects", Reply.status(403, "{}")).on("/people", ids(7));

        RunContext run = collect(ALL);

        assertThat(requireNonNull(rows(run, "tasks").problem()).code()).isEqualTo("provider_forbidden");
        assertThat(idsOf(rows(run, "people"))).containsExactly(7);
    }

    @ParameterizedTest
    @CsvSource({
        "'rows: 4', ROWS, 2",
        "'pages: 3', PAGES, 3",
        "'bytes: 50', BYTES, 2",
        "'requests: 2', REQUESTS, 2",
    })
    void aBudgetEndsTheReadingAndWhatWasReadIsTheSample(String budget, Limit limit, int requests) throws IOException {
        for (int page = 0; page < 10; page++) {
            provider.on("/projects", ids(2 * page, 2 * page + 1));
        }

        Collected projects = rows(collect("{projects: {%s}}".formatted(budget)), "projects");

        assertThat(projects.limit()).isEqualTo(limit);
        assertThat(projects.size()).isEqualTo(2 * requests);
        assertThat(projects.total()).isNull();
        assertThat(provider.received()).hasSize(requests);
    }

    @Test
    void aSlowProviderIsReadForItsTimeAlone() throws IOException {
        provider.on(
                "/projects", FULL_PAGE.after(60), ids(3, 4).after(60), ids(5, 6).after(60), ids(7));

        Collected projects = rows(collect("{projects: {time: PT0.1S}}"), "projects");

        assertThat(projects.limit()).isEqualTo(Limit.TIME);
        assertThat(projects.size()).isBetween(2, 4);
    }

    @Test
    void whatAnInterruptedRunSpentCountsForTheOneThatGoesOn() throws IOException {
        provider.on("/projects", FULL_PAGE, Reply.status(429, "{}").header("Retry-After", "60"));
        assertThatExceptionOfType(ProviderThrottled.class).isThrownBy(() -> collect("{projects: {requests: 2}}"));
        provider.on("/projects", ids(3, 4), ids(5, 6));
        provider.skip("/projects");

        Collected projects = rows(collect("{projects: {requests: 2}}"), "projects");

        assertThat(idsOf(projects)).containsExactly(1, 2, 3, 4);
        assertThat(projects.limit()).isEqualTo(Limit.REQUESTS);
    }

    @Test
    void oneEntityThatTakesMuchLeavesTheOthersTheirShareOfRequests() throws IOException {
        for (int page = 0; page < 20; page++) {
            provider.on("/projects", ids(2 * page, 2 * page + 1));
        }
        provider.on("/people", ids(7));

        RunContext run = collect("{projects: {}, people: {}}");

        assertThat(idsOf(rows(run, "people"))).containsExactly(7);
        assertThat(rows(run, "projects").limit()).isEqualTo(Limit.REQUESTS);
        assertThat(run.budget().left()).as("for rows that join").isGreaterThanOrEqualTo(8);
    }

    @Test
    void theTotalIsTakenFromTheAnswersWithTheRows() throws IOException {
        provider.on("/projects", FULL_PAGE.header("X-Total", "240"));

        Collected projects = rows(collect("{projects: {rows: 2, total: {header: X-Total}}}"), "projects");

        assertThat(projects.total()).isEqualTo(240);
    }

    private static final String COUNTED = """
            {projects: {rows: 2, total: {path: [count], retriever: {requester: {$ref: "#/definitions/requester", \
            path: /count}, record_selector: {$ref: "#/definitions/selector"}}}}}""";

    @Test
    void theTotalIsAskedForWhereTheRowsThatWereReadDoNotTell() throws IOException {
        provider.on("/projects", FULL_PAGE).on("/count", Reply.json("{\"count\":240,\"items\":[]}"));

        assertThat(rows(collect(COUNTED), "projects").total()).isEqualTo(240);
    }

    @Test
    void aListThatWasReadToItsEndNeedsNoOtherTotal() throws IOException {
        provider.on("/projects", ids(1));

        assertThat(rows(collect(COUNTED), "projects").total()).isEqualTo(1);
        assertThat(asked()).containsExactly("/projects");
    }

    @Test
    void aTotalThatCanNotBeHadCostsNoRows() throws IOException {
        provider.on("/projects", FULL_PAGE).on("/count", Reply.status(403, "{}"));

        Collected projects = rows(collect(COUNTED), "projects");

        assertThat(idsOf(projects)).containsExactly(1, 2);
        assertThat(projects.total()).isNull();
        assertThat((@Nullable Object) projects.problem()).isNull();
    }

    @Test
    void whatIsThrottledBeyondTheDeadlineIsLeftOutAndTheRestIsTheSample() throws IOException {
        provider.on("/projects", Reply.status(429, "{}").header("Retry-After", "100000"))
                .on("/people", ids(7));

        RunContext run = collect("{projects: {}, people: {}}");

        assertThat(requireNonNull(rows(run, "projects").problem()).code()).isEqualTo("provider_rate_limited");
        assertThat(idsOf(rows(run, "people"))).containsExactly(7);
    }
}
