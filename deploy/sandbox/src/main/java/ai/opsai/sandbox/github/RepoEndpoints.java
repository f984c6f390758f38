package ai.opsai.sandbox.github;

import static ai.opsai.sandbox.github.Viewing.list;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Repositories and what lies in them: issues with pull requests, contributors, labels, commits. */
final class RepoEndpoints {

    private static final String REPO = "/repos/{owner}/{repo}";

    private final Viewing viewing;

    RepoEndpoints(Viewing viewing) {
        this.viewing = viewing;
    }

    @FunctionalInterface
    private interface Endpoint {
        Response answer(Request request, GithubRepo repo, Map<String, String> path);
    }

    void addTo(Router router) {
        Predicate<GithubRepo> own = viewing.viewer()::isMemberOf;
        router.get("/user/repos", (request, _) -> repos(request, own))
                .get("/users/{login}/repos", (request, path) -> repos(request, ownedBy(path.get("login"))))
                .get("/orgs/{org}/repos", (request, path) -> repos(request, ownedBy(path.get("org"))))
                .get("/issues", (request, _) -> issues(request, own))
                .get("/user/issues", (request, _) -> issues(request, own))
                .get("/orgs/{org}/issues", (request, path) -> issues(request, ownedBy(path.get("org"))));
        add(router, "", (_, repo, _) -> Response.json(200, viewing.rows().repoDetail(repo)));
        add(router, "/issues", (request, repo, _) -> issues(request, repo));
        add(router, "/issues/{number}", (_, repo, path) -> issue(repo, GithubApi.number(path.get("number"))));
        add(router, "/pulls", (request, repo, _) -> pulls(request, repo));
        add(router, "/contributors", (request, repo, _) -> contributors(request, repo));
        add(
                router,
                "/collaborators",
                (request, _, _) -> list(request, viewing.viewer().members(), viewing.rows()::account));
        add(router, "/labels", (request, repo, _) -> labels(request, repo));
        add(router, "/commits", (request, repo, _) -> commits(request, repo));
    }

    private void add(Router router, String below, Endpoint endpoint) {
        router.get(REPO + below, (request, path) -> {
            GithubRepo repo = viewing.repo(GithubApi.text(path, "owner"), GithubApi.text(path, "repo"));
            return repo == null ? GithubErrors.notFound() : endpoint.answer(request, repo, path);
        });
    }

    private static Predicate<GithubRepo> ownedBy(@Nullable String login) {
        return repo -> repo.owner().login().equalsIgnoreCase(login);
    }

    private Response repos(Request request, Predicate<GithubRepo> which) {
        Parameters query = request.query();
        String sort = query.first("sort", "full_name");
        Comparator<GithubRepo> order = switch (sort) {
            case "created" -> Comparator.comparing(GithubRepo::createdAt);
            case "updated", "pushed" -> Comparator.comparing(GithubRepo::pushedAt);
            default -> Comparator.comparing(GithubRepo::fullName);
        };
        String direction = query.first("direction", sort.equals("full_name") ? "asc" : "desc");
        String visibility = query.first("visibility", query.first("type", "all"));
        List<GithubRepo> repos = viewing.repos(which)
                .filter(repo -> !visibility.equals(repo.secret() ? "public" : "private"))
                .sorted(direction.equals("asc") ? order : order.reversed())
                .toList();
        return list(request, repos, viewing.rows()::repo);
    }

    private Response contributors(Request request, GithubRepo repo) {
        return list(
                request,
                repo.contributors(),
                contribution ->
                        viewing.rows().accountWith(contribution.user(), "contributions", contribution.commits()));
    }

    private Response labels(Request request, GithubRepo repo) {
        List<Integer> labels = IntStream.range(0, IssueBuilder.LABELS).boxed().toList();
        return list(request, labels, label -> viewing.issueRows().label(repo, label));
    }

    private Response commits(Request request, GithubRepo repo) {
        List<GithubRepo.Contribution> authors = repo.contributors();
        List<Integer> numbers = IntStream.range(0, authors.size() * 3).boxed().toList();
        return list(
                request,
                numbers,
                number -> viewing.issueRows()
                        .commit(repo, authors.get(number % authors.size()).user(), number));
    }

    private Response issue(GithubRepo repo, int number) {
        return viewing.host().issues(repo).stream()
                .filter(issue -> issue.number() == number)
                .findFirst()
                .map(issue -> Response.json(200, viewing.issueRows().issue(issue)))
                .orElseGet(GithubErrors::notFound);
    }

    private Response issues(Request request, GithubRepo repo) {
        List<GithubIssue> issues = selected(request.query(), viewing.host().issues(repo).stream());
        return list(request, issues, viewing.issueRows()::issue);
    }

    private Response pulls(Request request, GithubRepo repo) {
        Stream<GithubIssue> pulls = viewing.host().issues(repo).stream().filter(GithubIssue::pull);
        return list(request, selected(request.query(), pulls), viewing.issueRows()::pullRequest);
    }

    /** Across repositories: those assigned to the viewer, unless all are asked for. */
    private Response issues(Request request, Predicate<GithubRepo> which) {
        String filter = request.query().first("filter", "assigned");
        boolean all = filter.equals("all") || filter.equals("repos");
        GithubUser self = viewing.viewer().viewer();
        Stream<GithubIssue> issues = viewing.repos(which)
                .flatMap(repo -> viewing.host().issues(repo).stream())
                .filter(issue -> all || self.equals(issue.assignee()));
        return list(request, selected(request.query(), issues), viewing.issueRows()::issueWithRepo);
    }

    private static List<GithubIssue> selected(Parameters query, Stream<GithubIssue> issues) {
        String state = query.first("state", "open");
        Instant since = instant(query.first("since"));
        Comparator<GithubIssue> order = switch (query.first("sort", "created")) {
            case "updated" -> Comparator.comparing(GithubIssue::updatedAt);
            case "comments" -> Comparator.comparingInt(GithubIssue::comments);
            default -> Comparator.comparing(GithubIssue::createdAt);
        };
        return issues.filter(issue -> state.equals("all") || issue.open() == state.equals("open"))
                .filter(issue -> since == null || !issue.updatedAt().isBefore(since))
                .sorted(query.first("direction", "desc").equals("asc") ? order : order.reversed())
                .toList();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
