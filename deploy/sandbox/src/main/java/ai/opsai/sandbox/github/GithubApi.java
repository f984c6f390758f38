package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.oauth.Access;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The REST endpoints; what a token may not see is 404, as if it didn't exist. */
final class GithubApi {

    private final GithubHost host;

    GithubApi(GithubHost host) {
        this.host = host;
    }

    Response answer(Request request, Access access) {
        GithubAccount viewer = host.account(access.account());
        GithubRows rows = new GithubRows(request.baseUrl(), host, viewer);
        Call call = new Call(viewer, access, rows, new IssueRows(request.baseUrl(), rows));
        Response response = call.router().answer(request);
        return response == null ? GithubErrors.notFound() : response;
    }

    /** One call, with everything that depends on who asks. */
    private final class Call {

        private final GithubAccount viewer;
        private final Access access;
        private final GithubRows rows;
        private final IssueRows issueRows;
        private final GithubSearch search = new GithubSearch(host);

        private Call(GithubAccount viewer, Access access, GithubRows rows, IssueRows issueRows) {
            this.viewer = viewer;
            this.access = access;
            this.rows = rows;
            this.issueRows = issueRows;
        }

        private Router router() {
            return new Router()
                    .get("/user", (_, _) -> Response.json(200, rows.ownProfile(viewer.viewer())))
                    .get("/user/repos", (request, _) -> repos(request, viewer::isMemberOf))
                    .get("/user/emails", (request, _) -> emails(request))
                    .get(
                            "/user/orgs",
                            (request, _) -> list(request, List.of(viewer.organization()), rows::organization))
                    .get("/user/issues", (request, _) -> issues(request, viewer::isMemberOf))
                    .get("/issues", (request, _) -> issues(request, viewer::isMemberOf))
                    .get("/user/{id}", (_, path) -> user(host.user(number(path.get("id")))))
                    .get("/users/{login}", (_, path) -> user(host.user(text(path, "login"))))
                    .get("/users/{login}/repos", (request, path) -> repos(request, ownedBy(path, "login")))
                    .get("/orgs/{org}", (_, path) -> organization(host.user(text(path, "org"))))
                    .get("/orgs/{org}/members", this::members)
                    .get("/orgs/{org}/repos", (request, path) -> repos(request, ownedBy(path, "org")))
                    .get("/orgs/{org}/issues", (request, path) -> issues(request, ownedBy(path, "org")))
                    .get("/repos/{owner}/{repo}", (_, path) -> with(path, r -> Response.json(200, rows.repoDetail(r))))
                    .get("/repos/{owner}/{repo}/issues", (request, path) -> with(path, r -> repoIssues(request, r)))
                    .get("/repos/{owner}/{repo}/issues/{number}", this::issue)
                    .get(
                            "/repos/{owner}/{repo}/contributors",
                            (request, path) -> with(path, r -> contributors(request, r)))
                    .get(
                            "/repos/{owner}/{repo}/collaborators",
                            (request, path) -> with(path, r -> list(request, viewer.members(), rows::account)))
                    .get("/repos/{owner}/{repo}/labels", (request, path) -> with(path, r -> labels(request, r)))
                    .get("/repos/{owner}/{repo}/commits", (request, path) -> with(path, r -> commits(request, r)))
                    .get("/search/users", (request, _) -> search.users(request, rows))
                    .get("/search/issues", (request, _) -> search.issues(request, viewer, issueRows));
        }

        private Response emails(Request request) {
            boolean allowed = access.allows("user:email") || access.allows("user");
            return allowed ? list(request, rows.emails(viewer.viewer()), row -> row) : GithubErrors.notFound();
        }

        private Response repos(Request request, Predicate<GithubRepo> which) {
            Parameters query = request.query();
            Comparator<GithubRepo> order = switch (query.first("sort", "full_name")) {
                case "created" -> Comparator.comparing(GithubRepo::createdAt).reversed();
                case "updated", "pushed" ->
                    Comparator.comparing(GithubRepo::pushedAt).reversed();
                default -> Comparator.comparing(GithubRepo::fullName);
            };
            boolean byName = query.first("sort", "full_name").equals("full_name");
            boolean turned = query.first("direction", byName ? "asc" : "desc").equals(byName ? "desc" : "asc");
            String visibility = query.first("visibility", query.first("type", "all"));
            List<GithubRepo> repos = host.repos().stream()
                    .filter(which)
                    .filter(this::visible)
                    .filter(repo -> !visibility.equals(repo.secret() ? "public" : "private"))
                    .sorted(turned ? order.reversed() : order)
                    .toList();
            return list(request, repos, rows::repo);
        }

        private boolean visible(GithubRepo repo) {
            return !repo.secret() || (viewer.canSee(repo) && access.allows("repo"));
        }

        private Predicate<GithubRepo> ownedBy(Map<String, String> path, String variable) {
            return repo -> repo.owner().login().equalsIgnoreCase(path.get(variable));
        }

        private Response user(@Nullable GithubUser user) {
            return user == null ? GithubErrors.notFound() : Response.json(200, rows.profile(user));
        }

        private Response organization(@Nullable GithubUser user) {
            return user == null || !user.organization()
                    ? GithubErrors.notFound()
                    : Response.json(200, rows.organizationProfile(user));
        }

        private Response members(Request request, Map<String, String> path) {
            GithubUser organization = host.user(text(path, "org"));
            if (organization == null || !organization.organization()) {
                return GithubErrors.notFound();
            }
            return list(
                    request, organization.equals(viewer.organization()) ? viewer.members() : List.of(), rows::account);
        }

        private Response contributors(Request request, GithubRepo repo) {
            return list(
                    request,
                    repo.contributors(),
                    contribution -> rows.accountWith(contribution.user(), "contributions", contribution.commits()));
        }

        private Response labels(Request request, GithubRepo repo) {
            return list(
                    request,
                    IntStream.range(0, IssueBuilder.LABELS).boxed().toList(),
                    label -> issueRows.label(repo, label));
        }

        private Response commits(Request request, GithubRepo repo) {
            int authors = repo.contributors().size();
            List<Integer> numbers = IntStream.range(0, authors * 3).boxed().toList();
            return list(
                    request,
                    numbers,
                    number -> issueRows.commit(
                            repo, repo.contributors().get(number % authors).user(), number));
        }

        private Response issue(Request request, Map<String, String> path) {
            int number = number(path.get("number"));
            return with(
                    path,
                    repo -> host.issues(repo).stream()
                            .filter(issue -> issue.number() == number)
                            .findFirst()
                            .map(issue -> Response.json(200, issueRows.issue(issue)))
                            .orElseGet(GithubErrors::notFound));
        }

        private Response repoIssues(Request request, GithubRepo repo) {
            return list(request, selected(request.query(), host.issues(repo).stream()), issueRows::issue);
        }

        private Response issues(Request request, Predicate<GithubRepo> which) {
            boolean all = request.query().first("filter", "assigned").equals("all")
                    || request.query().first("filter", "assigned").equals("repos");
            Stream<GithubIssue> issues = host.repos().stream()
                    .filter(which)
                    .filter(this::visible)
                    .flatMap(repo -> host.issues(repo).stream())
                    .filter(issue -> all || viewer.viewer().equals(issue.assignee()));
            return list(request, selected(request.query(), issues), issueRows::issueWithRepo);
        }

        private List<GithubIssue> selected(Parameters query, Stream<GithubIssue> issues) {
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

        private Response with(Map<String, String> path, Function<GithubRepo, Response> answer) {
            GithubRepo repo = host.repo(text(path, "owner"), text(path, "repo"));
            return repo == null || !visible(repo) ? GithubErrors.notFound() : answer.apply(repo);
        }

        private static <T> Response list(Request request, List<T> all, Function<T, ObjectNode> row) {
            return Paging.of(request.query()).list(request, all, row);
        }
    }

    private static String text(Map<String, String> path, String name) {
        return Objects.requireNonNull(path.get(name));
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
