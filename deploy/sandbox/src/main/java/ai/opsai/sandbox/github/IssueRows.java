package ai.opsai.sandbox.github;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.json.Template;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Lines;
import ai.opsai.sandbox.world.Prose;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Issues, pull requests, labels and commits as GitHub's API shows them. */
final class IssueRows {

    private static final Template ISSUE = GithubRows.template("issue");
    private static final Template PULL = GithubRows.template("pull");
    private static final Template LABEL = GithubRows.template("label");
    private static final Template COMMIT = GithubRows.template("commit");
    private static final List<String> LABELS = Lines.of(IssueRows.class, "labels.txt");

    private final String api;
    private final GithubRows rows;

    IssueRows(String api, GithubRows rows) {
        this.api = api;
        this.rows = rows;
    }

    ObjectNode issue(GithubIssue issue) {
        GithubUser assignee = issue.assignee();
        boolean member = issue.repo().contributors().stream()
                .anyMatch(contribution ->
                        contribution.user().id() == issue.author().id());
        ObjectNode row = filled(ISSUE, issue)
                .put("kind", issue.pull() ? "pull" : "issues")
                .put("id", issue.id())
                .put("node_id", GithubRows.nodeId(issue.pull() ? "PullRequest" : "Issue", issue.id()))
                .put("title", issue.title())
                .put("user", rows.account(issue.author()))
                .put(
                        "labels",
                        issue.labels().stream()
                                .map(label -> label(issue.repo(), label))
                                .toList())
                .put("state", issue.open() ? "open" : "closed")
                .put("assignee", assignee == null ? null : rows.account(assignee))
                .put("assignees", assignee == null ? List.of() : List.of(rows.account(assignee)))
                .put("comments", issue.comments())
                .put("created_at", issue.createdAt())
                .put("updated_at", issue.updatedAt())
                .put("closed_at", issue.closedAt())
                .put("association", member ? "CONTRIBUTOR" : "NONE")
                .put("body", Prose.text(issue.id(), issue.bodyLength()))
                .put("closed_by", issue.open() || assignee == null ? null : rows.account(assignee))
                .put("thumbs", issue.comments() / 3)
                .put("state_reason", issue.open() ? null : "completed")
                .row();
        if (issue.pull()) {
            row.setAll(filled(PULL, issue)
                    .put("draft", issue.open() && issue.number() % 5 == 0)
                    .put("merged_at", issue.closedAt())
                    .row());
        }
        return row;
    }

    /** As the lists of pull requests show it. */
    ObjectNode pullRequest(GithubIssue pull) {
        ObjectNode row = issue(pull);
        row.set("merged_at", row.at("/pull_request/merged_at"));
        row.remove(List.of("pull_request", "comments", "closed_by", "reactions", "state_reason", "repository_url"));
        row.set("head", branch(pull, "change-" + pull.number()));
        row.set("base", branch(pull, "main"));
        return row;
    }

    private ObjectNode branch(GithubIssue pull, String name) {
        String owner = pull.repo().owner().login();
        ObjectNode branch = Json.object();
        branch.put("label", owner + ":" + name);
        branch.put("ref", name);
        branch.put("sha", Dice.of(pull.number(), name, 1).token("0123456789abcdef", 40));
        return branch;
    }

    /** As the lists across repositories show it. */
    ObjectNode issueWithRepo(GithubIssue issue) {
        ObjectNode row = issue(issue);
        row.set("repository", rows.repo(issue.repo()));
        return row;
    }

    ObjectNode label(GithubRepo repo, int number) {
        String[] part = LABELS.get(number).split("\\|", -1);
        return LABEL.fill()
                .put("api", api)
                .put("full_name", repo.fullName())
                .put("id", repo.id() * 10L + number)
                .put("node_id", GithubRows.nodeId("Label", repo.id() * 10L + number))
                .put("name", part[0])
                .put("color", part[1])
                .put("description", part[2])
                .put("default", Boolean.valueOf(part[3]))
                .row();
    }

    ObjectNode commit(GithubRepo repo, GithubUser author, int number) {
        Dice dice = Dice.of(repo.id(), "commit", number);
        String sha = dice.token("0123456789abcdef", 40);
        return COMMIT.fill()
                .put("api", api)
                .put("full_name", repo.fullName())
                .put("sha", sha)
                .put("tree", dice.token("0123456789abcdef", 40))
                .put("node_id", GithubRows.nodeId("Commit", number))
                .put("name", author.name() == null ? author.login() : author.name())
                .put("email", author.commitEmail())
                .put("date", repo.pushedAt().minusSeconds(number * 7_200L))
                .put("message", Prose.text(dice.number(100_000), 60))
                .put("author", rows.account(author))
                .row();
    }

    private Template.Filling filled(Template template, GithubIssue issue) {
        return template.fill()
                .put("api", api)
                .put("full_name", issue.repo().fullName())
                .put("number", issue.number());
    }
}
