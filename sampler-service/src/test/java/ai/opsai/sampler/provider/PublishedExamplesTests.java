package ai.opsai.sampler.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.token.TokenHeader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The GitHub connector against what GitHub itself publishes: its API description and its examples. */
class PublishedExamplesTests {

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final JsonMapper json = JsonMapper.builder().build();
    private final SampledProvider github = ProviderFiles.builtIn().stream()
            .filter(each -> each.id().equals("github"))
            .findFirst()
            .orElseThrow();
    private final StreamReader reader = new StreamReader(
            OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true)), _ -> {}, Clock.systemUTC());

    private JsonNode published(String file) {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/published/github/" + file))) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProviderAccess access() {
        return new ProviderAccess(
                "gho_example",
                TokenHeader.BEARER,
                Map.of("access_token", "gho_example"),
                Set.of("127.0.0.1"),
                URI.create(provider.url()));
    }

    private List<Map<String, @Nullable Object>> read(String stream, List<Map<String, @Nullable Object>> parents) {
        StreamPlan plan = github.connector().plan(stream).orElseThrow();
        return read(plan, reader.slices(plan, access(), _ -> parents));
    }

    private List<Map<String, @Nullable Object>> read(StreamPlan plan, List<Slice> slices) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        Position at = Position.START;
        while (at != null) {
            Page page = reader.page(plan, slices, at, access(), new RequestBudget(10, 0));
            rows.addAll(page.records());
            at = page.next();
        }
        return rows;
    }

    @Test
    void listsOfThePublishedExamplesAreReadAndNothingElseIsAskedFor() {
        JsonNode paths = published("openapi-excerpt.json").get("paths");
        answer("/user/repos", paths.get("/user/repos"));
        answer("/repos/octocat/Hello-World/issues", paths.get("/repos/{owner}/{repo}/issues"));
        answer("/repos/octocat/Hello-World/contributors", paths.get("/repos/{owner}/{repo}/contributors"));

        var repositories = read("repositories", List.of());
        var issues = read("issues", repositories);
        var users = read("users", repositories);

        assertThat(repositories).extracting(row -> row.get("full_name")).containsExactly("octocat/Hello-World");
        assertThat(users).extracting(row -> row.get("login")).containsExactly("octocat");
        assertThat(users.getFirst()).doesNotContainKey("contributions");
        // The published example of an issue is a pull request, which is none of our issues.
        assertThat(issues).isEmpty();
        assertPublished("/user/repos", paths.get("/user/repos"));
        assertPublished("/repos/octocat/Hello-World/issues", paths.get("/repos/{owner}/{repo}/issues"));
        assertPublished("/repos/octocat/Hello-World/contributors", paths.get("/repos/{owner}/{repo}/contributors"));
    }

    @Test
    void lookUpsUseThePublishedSearchAndProfile() {
        JsonNode paths = published("openapi-excerpt.json").get("paths");
        answer("/search/users", paths.get("/search/users"));
        answer("/users/octocat", paths.get("/users/{username}"));

        var found = lookUp("email", "octocat@github.com");
        var profile = lookUp("login", "octocat");

        assertThat(found).extracting(row -> row.get("login")).containsExactly("mojombo");
        assertThat(profile).extracting(row -> row.get("email")).containsExactly("octocat@github.com");
        assertThat(provider.received().getFirst().target())
                .startsWith("/search/users?q=octocat%40github.com+in%3Aemail");
        assertPublished("/search/users", paths.get("/search/users"));
    }

    @Test
    void issuesOfPublishedEventsAreIssues() {
        JsonNode objects = published("webhook-objects.json");
        provider.on(
                "/repos/Codertocat/Hello-World/issues",
                Reply.json(objects.get("issues").toString()));

        var issues = read("issues", List.of(Map.of("full_name", "Codertocat/Hello-World")));

        long expected = objects.get("issues")
                .valueStream()
                .filter(issue -> !issue.has("pull_request"))
                .count();
        assertThat(issues)
                .hasSize((int) expected)
                .allSatisfy(
                        row -> assertThat(row).containsKeys("id", "number", "title", "state", "user", "created_at"));
    }

    private List<Map<String, @Nullable Object>> lookUp(String by, String value) {
        Lookup lookup = github.lookups("users", by).getLast();
        return read(lookup.plan(), List.of(Slice.of(Map.of("values", List.of(value)))));
    }

    private void answer(String path, JsonNode published) {
        provider.on(path, Reply.json(published.get("example").toString()));
    }

    private void assertPublished(String path, JsonNode published) {
        Set<String> names = new HashSet<>();
        published
                .get("parameters")
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        for (Received request : provider.received()) {
            int query = request.target().indexOf('?');
            if (request.path().equals(path) && query >= 0) {
                assertThat(Arrays.stream(request.target().substring(query + 1).split("&", -1))
                                .map(pair -> pair.substring(0, pair.indexOf('='))))
                        .isSubsetOf(names);
            }
        }
    }
}
