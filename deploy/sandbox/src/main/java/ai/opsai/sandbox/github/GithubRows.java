package ai.opsai.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.json.Template;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.World;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Accounts, organizations and repositories as GitHub's API shows them to one account. */
final class GithubRows {

    private static final Template ACCOUNT = template("account");
    private static final Template PROFILE = template("profile");
    private static final Template PRIVATE_PROFILE = template("private-profile");
    private static final Template ORG = template("org");
    private static final Template ORG_PROFILE = template("org-profile");
    private static final Template REPO = template("repo");
    private static final Template REPO_DETAIL = template("repo-detail");
    private static final Map<String, String> LICENSES =
            Map.of("mit", "MIT License", "apache-2.0", "Apache License 2.0");

    private final String api;
    private final GithubHost host;
    private final GithubAccount viewer;

    GithubRows(String api, GithubHost host, GithubAccount viewer) {
        this.api = api;
        this.host = host;
        this.viewer = viewer;
    }

    static Template template(String name) {
        return Template.load(GithubRows.class, name + ".json");
    }

    static String nodeId(String kind, long id) {
        return Base64.getEncoder().encodeToString(("0" + kind.length() + ":" + kind + id).getBytes(UTF_8));
    }

    /** The short form that other rows embed. */
    ObjectNode account(GithubUser user) {
        return filled(ACCOUNT, user).row();
    }

    ObjectNode accountWith(GithubUser user, String field, int value) {
        return account(user).put(field, value);
    }

    ObjectNode profile(GithubUser user) {
        ObjectNode row = account(user);
        row.setAll(profile(PROFILE, user));
        return row;
    }

    /** What only the user themselves sees. */
    ObjectNode ownProfile(GithubUser user) {
        ObjectNode row = profile(user);
        row.setAll(PRIVATE_PROFILE.fill().put("private_repos", 2).row());
        return row;
    }

    ObjectNode organization(GithubUser organization) {
        return filled(ORG, organization).put("bio", organization.bio()).row();
    }

    ObjectNode organizationProfile(GithubUser organization) {
        ObjectNode row = organization(organization);
        row.setAll(profile(ORG_PROFILE, organization));
        return row;
    }

    ObjectNode repo(GithubRepo repo) {
        int open = Math.toIntExact(
                host.issues(repo).stream().filter(GithubIssue::open).count());
        return filled(REPO, repo)
                .put("id", repo.id())
                .put("node_id", nodeId("Repository", repo.id()))
                .put("name", repo.name())
                .put("private", repo.secret())
                .put("visibility", repo.secret() ? "private" : "public")
                .put("description", repo.description())
                .put("fork", repo.fork())
                .put("created_at", repo.createdAt())
                .put("updated_at", repo.pushedAt())
                .put("pushed_at", repo.pushedAt())
                .put("homepage", repo.stars() > 250 ? "https://" + repo.owner().login() + ".example" : null)
                .put("size", repo.size())
                .put("stars", repo.stars())
                .put("forks", repo.forks())
                .put("language", repo.language())
                .put("has_wiki", repo.id() % 2 == 0)
                .put("has_pages", repo.pages())
                .put("archived", repo.archived())
                .put("open_issues", open)
                .put("license", license(repo.license()))
                .put("topics", repo.topics())
                .put("member", viewer.isMemberOf(repo))
                .row();
    }

    ObjectNode repoDetail(GithubRepo repo) {
        ObjectNode row = repo(repo);
        row.setAll(filled(REPO_DETAIL, repo)
                .put("forks", repo.forks())
                .put("subscribers", repo.stars() / 9 + 1)
                .row());
        if (!repo.owner().organization()) {
            row.remove("organization");
        }
        return row;
    }

    private Template.Filling filled(Template template, GithubRepo repo) {
        return template.fill().put("api", api).put("full_name", repo.fullName()).put("owner", account(repo.owner()));
    }

    private Template.Filling filled(Template template, GithubUser user) {
        return template.fill()
                .put("api", api)
                .put("login", user.login())
                .put("id", user.id())
                .put("node_id", nodeId(user.organization() ? "Organization" : "User", user.id()))
                .put("type", user.organization() ? "Organization" : "User");
    }

    private ObjectNode profile(Template template, GithubUser user) {
        Dice dice = Dice.of(17, "profile", user.id());
        return filled(template, user)
                .put("name", user.name())
                .put("company", user.company())
                .put("blog", dice.chance(0.2) ? "https://" + user.login() + ".example" : "")
                .put("location", user.location())
                .put("email", user.email())
                .put("hireable", dice.chance(0.15) ? true : null)
                .put("bio", user.bio())
                .put("twitter", dice.chance(0.1) ? user.login() : null)
                .put("public_repos", dice.between(0, 60))
                .put("public_gists", dice.between(0, 12))
                .put("followers", dice.between(0, 240))
                .put("following", dice.between(0, 90))
                .put("created_at", user.createdAt())
                .put("updated_at", dice.before(World.PRESENT, 90))
                .row();
    }

    private static @Nullable Object license(@Nullable String key) {
        return key == null
                ? null
                : Json.value(Map.of(
                        "key",
                        key,
                        "name",
                        LICENSES.getOrDefault(key, key),
                        "spdx_id",
                        key.equals("mit") ? "MIT" : "Apache-2.0",
                        "url",
                        "https://api.github.com/licenses/" + key,
                        "node_id",
                        nodeId("License", key.length())));
    }

    List<ObjectNode> emails(GithubUser user) {
        ObjectNode row = Json.object();
        row.put("email", user.commitEmail()).put("primary", true).put("verified", true);
        row.put("visibility", user.email() == null ? "private" : "public");
        return List.of(row);
    }
}
