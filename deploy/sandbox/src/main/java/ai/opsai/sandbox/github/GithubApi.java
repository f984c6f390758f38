package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.oauth.Access;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The REST endpoints; what a token may not see is 404, as if it didn't exist. */
final class GithubApi {

    private final GithubHost host;

    GithubApi(GithubHost host) {
        this.host = host;
    }

    Response answer(Request request, Access access) {
        Viewing viewing = Viewing.of(host, request, access);
        Router router = new Router();
        // First, so that /user/repos is not taken for a user.
        new RepoEndpoints(viewing).addTo(router);
        addAccounts(router, viewing);
        Response response = router.answer(request);
        return response == null ? GithubErrors.notFound() : response;
    }

    private void addAccounts(Router router, Viewing viewing) {
        GithubAccount viewer = viewing.viewer();
        GithubRows rows = viewing.rows();
        GithubSearch search = new GithubSearch(host);
        router.get("/user", (_, _) -> Response.json(200, rows.ownProfile(viewer.viewer())))
                .get("/user/emails", (request, _) -> emails(request, viewing))
                .get(
                        "/user/orgs",
                        (request, _) -> Viewing.list(request, List.of(viewer.organization()), rows::organization))
                .get("/user/{id}", (_, path) -> found(profile(viewing, host.user(number(path.get("id"))))))
                .get("/users/{login}", (_, path) -> found(profile(viewing, host.user(text(path, "login")))))
                .get("/orgs/{org}", (_, path) -> found(organization(viewing, text(path, "org"))))
                .get("/orgs/{org}/members", (request, path) -> members(request, viewing, text(path, "org")))
                .get("/search/users", (request, _) -> search.users(request, rows))
                .post("/graphql", (request, _) -> new GithubGraph(viewing, search).answer(request))
                .get("/search/issues", (request, _) -> search.issues(request, viewer, viewing.issueRows()));
    }

    private static Response emails(Request request, Viewing viewing) {
        boolean allowed =
                viewing.access().allows("user:email") || viewing.access().allows("user");
        return allowed
                ? Viewing.list(request, viewing.rows().emails(viewing.viewer().viewer()), row -> row)
                : GithubErrors.notFound();
    }

    private static @Nullable ObjectNode profile(Viewing viewing, @Nullable GithubUser user) {
        return user == null ? null : viewing.rows().profile(user);
    }

    private @Nullable ObjectNode organization(Viewing viewing, String login) {
        GithubUser organization = host.user(login);
        return organization == null || !organization.organization()
                ? null
                : viewing.rows().organizationProfile(organization);
    }

    private Response members(Request request, Viewing viewing, String login) {
        GithubUser organization = host.user(login);
        if (organization == null || !organization.organization()) {
            return GithubErrors.notFound();
        }
        GithubAccount viewer = viewing.viewer();
        List<GithubUser> members = organization.equals(viewer.organization()) ? viewer.members() : List.of();
        return Viewing.list(request, members, viewing.rows()::account);
    }

    private static Response found(@Nullable ObjectNode row) {
        return row == null ? GithubErrors.notFound() : Response.json(200, row);
    }

    static String text(Map<String, String> path, String name) {
        return Objects.requireNonNull(path.get(name));
    }

    static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
