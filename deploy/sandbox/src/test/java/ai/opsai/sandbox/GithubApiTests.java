package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.Appearance;
import ai.opsai.sandbox.world.Person;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GithubApiTests {

    private static final String CONSOLE = "/repos/acme-analytics/console";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Client github = new Client(sandbox.baseUrl(Provider.GITHUB), "Bearer sandbox-github-token");

    @BeforeAll
    void isUp() throws IOException {
        assertThat(github.get("/user").status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        github.close();
        sandbox.close();
    }

    @Test
    void linksLeadThroughAllPagesOnce() throws IOException {
        Set<Long> ids = new HashSet<>();
        String page = CONSOLE + "/issues?state=all&per_page=7";
        int rows = 0;
        while (!page.isEmpty()) {
            Client.Reply reply = github.get(page);
            reply.json().forEach(row -> ids.add(row.get("id").asLong()));
            rows += reply.json().size();
            Matcher next = NEXT.matcher(reply.header("Link"));
            page = next.find() ? next.group(1) : "";
        }
        assertThat(rows).isGreaterThan(60);
        assertThat(ids).hasSize(rows);
    }

    @Test
    void newestIssuesComeFirstAndPullRequestsAreMarked() throws IOException {
        JsonNode issues = github.get(CONSOLE + "/issues?state=all&per_page=100").json();
        assertThat(issues.valueStream()
                        .map(issue -> issue.get("created_at").asString())
                        .toList())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(issues.valueStream().filter(issue -> issue.has("pull_request")))
                .isNotEmpty();
        assertThat(issues.valueStream().filter(issue -> !issue.has("pull_request")))
                .isNotEmpty();
    }

    @Test
    void closedIssuesAreLeftOutUnlessAskedFor() throws IOException {
        assertThat(github.get(CONSOLE + "/issues").json().valueStream())
                .allMatch(issue -> issue.get("state").asString().equals("open"));
    }

    @Test
    void publicAddressFindsItsUser() throws IOException {
        Person person = sandbox.world().community("acme").people().stream()
                .filter(candidate -> candidate.trait() == Trait.PLAIN && candidate.isAt(Provider.GITHUB))
                .findFirst()
                .orElseThrow();
        JsonNode found = github.get("/search/users?q=" + Client.encode(person.email() + " in:email"))
                .json();
        assertThat(found.get("total_count").asInt()).isEqualTo(1);
        String login = found.at("/items/0/login").asString();
        assertThat(github.get("/users/" + login).json().get("email").asString()).isEqualTo(person.email());
    }

    @Test
    void hiddenAddressIsNull() throws IOException {
        Person person = sandbox.world().community("acme").people().stream()
                .filter(candidate -> candidate.trait() == Trait.HIDDEN_EMAIL && candidate.isAt(Provider.GITHUB))
                .findFirst()
                .orElseThrow();
        String login = sandbox.world().truth().records(person).getFirst().id();
        JsonNode profile = github.get("/users/" + login).json();
        assertThat(profile.get("email").isNull()).isTrue();
        assertThat(profile.get("name").asString())
                .isEqualTo(Appearance.of(person, Provider.GITHUB).fullName());
    }

    @Test
    void pullRequestsAreThoseThatTheIssuesList() throws IOException {
        JsonNode pulls = github.get(CONSOLE + "/pulls?state=all&per_page=100").json();

        assertThat(pulls).isNotEmpty().allSatisfy(pull -> {
            JsonNode issue = github.get(
                            CONSOLE + "/issues/" + pull.get("number").asInt())
                    .json();
            assertThat(issue.has("pull_request")).isTrue();
            assertThat(pull.get("title")).isEqualTo(issue.get("title"));
            assertThat(pull.at("/base/ref").asString()).isEqualTo("main");
            assertThat(pull.get("merged_at").isNull())
                    .isEqualTo(pull.get("state").asString().equals("open"));
        });
    }

    @Test
    void contributorsOfTheMainRepositoryStandInTheFront() throws IOException {
        JsonNode contributors =
                github.get(CONSOLE + "/contributors?per_page=100").json();
        assertThat(contributors.size()).isGreaterThan(50);
        assertThat(contributors.get(0).get("contributions").asInt()).isPositive();
        assertThat(github.get("/user/" + contributors.get(9).get("id").asInt())
                        .json()
                        .get("login"))
                .isEqualTo(contributors.get(9).get("login"));
    }

    @Test
    void privateRepositoryOfOthersDoesNotExist() throws IOException {
        String secret = github.get("/user/repos?visibility=private")
                .json()
                .at("/0/full_name")
                .asString();
        assertThat(github.get("/repos/" + secret).status()).isEqualTo(200);
        try (Client other = new Client(sandbox.baseUrl(Provider.GITHUB), "token sandbox-github-token-studio")) {
            Client.Reply reply = other.get("/repos/" + secret);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().get("message").asString()).isEqualTo("Not Found");
            assertThat(reply.json().get("documentation_url").asString()).startsWith("https://docs.github.com");
        }
    }

    @Test
    void unknownTokenIsBadCredentials() throws IOException {
        try (Client stranger = new Client(sandbox.baseUrl(Provider.GITHUB), "Bearer nonsense")) {
            Client.Reply reply = stranger.get("/user");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().get("message").asString()).isEqualTo("Bad credentials");
        }
    }

    @Test
    void everyAnswerCountsAgainstTheLimit() throws IOException {
        int before = github.get("/user").number("X-RateLimit-Remaining");
        assertThat(github.get("/user").number("X-RateLimit-Remaining")).isEqualTo(before - 1);
    }

    @Test
    void realSearchLimitEndsAfterThirty() throws IOException {
        try (Sandbox strict = Sandbox.start(SandboxOptions.defaults()
                        .withPeople(50)
                        .withRealLimits(true)
                        .withClock(new MovableClock()));
                Client client = new Client(strict.baseUrl(Provider.GITHUB), "Bearer sandbox-github-token")) {
            for (int i = 0; i < 30; i++) {
                assertThat(client.get("/search/users?q=anna").status()).isEqualTo(200);
            }
            Client.Reply refused = client.get("/search/users?q=anna");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        }
    }

    @Test
    void unchangedAnswerIsNotSentAgain() throws IOException {
        String tag = github.get(CONSOLE).header("ETag");
        assertThat(github.get(CONSOLE, "If-None-Match", tag).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "published-repository.json, /repos/acme-analytics/console, ",
        "published-issue.json, /repos/acme-analytics/console/issues?state=all&per_page=100, pull_request",
        "published-contributor.json, /repos/acme-analytics/console/contributors, ",
        "published-organization.json, /user/orgs, "
    })
    void rowHasEveryFieldOfThePublishedExample(String published, String path, String mark) throws IOException {
        JsonNode example = example(published);
        JsonNode answer = github.get(path).json();
        JsonNode row = answer.isObject()
                ? answer
                : answer.valueStream()
                        .filter(candidate -> mark == null || candidate.has(mark))
                        .findFirst()
                        .orElseThrow();
        assertSameShape(example, row, "");
    }

    @Test
    void profileHasEveryFieldOfThePublishedExample() throws IOException {
        String login =
                github.get(CONSOLE + "/contributors").json().at("/9/login").asString();
        assertSameShape(
                example("published-user.json"), github.get("/users/" + login).json(), "");
    }

    /** Each field of the example is there with the same JSON type; null where either side may be. */
    private static void assertSameShape(JsonNode example, JsonNode row, String at) {
        example.propertyStream().forEach(field -> {
            String name = at + "/" + field.getKey();
            JsonNode found = row.get(field.getKey());
            assertThat(found).as(name).isNotNull();
            if (!found.isNull() && !field.getValue().isNull()) {
                assertThat(found.getNodeType())
                        .as(name)
                        .isEqualTo(field.getValue().getNodeType());
                assertSameShape(field.getValue(), found, name);
            }
        });
    }

    private static JsonNode example(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GithubApiTests.class.getResourceAsStream("github/" + name))) {
            return Json.MAPPER.readTree(in);
        }
    }

    @Test
    void graphAnswersManyPeopleAtOnceUnderTheirAliases() throws IOException {
        String login = github.get("/repos/acme-analytics/console/contributors")
                .json()
                .at("/0/login")
                .asString();
        JsonNode profile = github.get("/users/" + login).json();
        String query = "query { one: user(login: \"" + login
                + "\") { ...Who } two: user(login: \"no-such-user\") { ...Who }"
                + " three: search(query: \"" + profile.path("email").asString() + " in:email\", type: USER, first: 2)"
                + " { nodes { ... on User { login } ... on Organization { name } } } }"
                + " fragment Who on User { login number: databaseId followers { totalCount } }";

        JsonNode answer =
                github.post("/graphql", Json.object().put("query", query)).json();

        assertThat(answer.at("/data/one/number").asInt())
                .isEqualTo(profile.path("id").asInt());
        assertThat(answer.at("/data/one/followers/totalCount").asInt())
                .isEqualTo(profile.path("followers").asInt());
        assertThat(answer.at("/data/two").isNull()).isTrue();
        assertThat(answer.at("/errors/0/type").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/data/three/nodes"))
                .isEqualTo(Json.array(List.of(Json.object().put("login", login))));
    }

    @Test
    void graphRefusesWhatItCantRead() throws IOException {
        assertThat(github.post("/graphql", Json.object().put("query", "{ moon { age } }"))
                        .json()
                        .at("/errors/0/message")
                        .asString())
                .contains("moon");
        assertThat(github.post("/graphql", Json.object()).status()).isEqualTo(400);
    }
}
