package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.oauth.Access;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Who looks, with which rights, and what the rows look like to them. */
record Viewing(GithubHost host, GithubAccount viewer, Access access, GithubRows rows, IssueRows issueRows) {

    static Viewing of(GithubHost host, Request request, Access access) {
        GithubAccount viewer = host.account(access.account());
        GithubRows rows = new GithubRows(request.baseUrl(), host, viewer);
        return new Viewing(host, viewer, access, rows, new IssueRows(request.baseUrl(), rows));
    }

    boolean canSee(GithubRepo repo) {
        return !repo.secret() || (viewer.canSee(repo) && access.allows("repo"));
    }

    Stream<GithubRepo> repos(Predicate<GithubRepo> which) {
        return host.repos().stream().filter(which).filter(this::canSee);
    }

    @Nullable
    GithubRepo repo(String owner, String name) {
        GithubRepo repo = host.repo(owner, name);
        return repo == null || !canSee(repo) ? null : repo;
    }

    static <T> Response list(Request request, List<T> all, Function<T, ObjectNode> row) {
        return Paging.of(request.query()).list(request, all, row);
    }
}
