package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The search endpoints: words and {@code name:value} qualifiers, at most 1,000 results, public data only. */
final class GithubSearch {

    private static final int MOST = 1_000;

    private record Query(List<String> words, List<String> qualifiers) {

        static Query parse(String text) {
            List<String> words = new ArrayList<>();
            List<String> qualifiers = new ArrayList<>();
            for (String token : text.trim().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                String bare = token.replace("\"", "");
                if (bare.matches("[a-z-]+:.+")) {
                    qualifiers.add(bare);
                } else if (!bare.isEmpty()) {
                    words.add(bare);
                }
            }
            return new Query(words, qualifiers);
        }

        boolean has(String qualifier) {
            return qualifiers.contains(qualifier);
        }

        @Nullable
        String value(String name) {
            return qualifiers.stream()
                    .filter(qualifier -> qualifier.startsWith(name + ":"))
                    .map(qualifier -> qualifier.substring(name.length() + 1))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final GithubHost host;

    GithubSearch(GithubHost host) {
        this.host = host;
    }

    Response users(Request request, GithubRows rows) {
        String query = request.query().first("q", "");
        return query.isBlank()
                ? GithubErrors.of(422)
                : found(request, users(query), user -> rows.account(user).put("score", 1.0));
    }

    List<GithubUser> users(String text) {
        Query query = Query.parse(text);
        return host.users().stream().filter(user -> matches(user, query)).toList();
    }

    Response issues(Request request, GithubAccount viewer, IssueRows rows) {
        Query query = Query.parse(request.query().first("q", ""));
        if (!query.has("is:issue")
                && !query.has("is:pull-request")
                && !query.has("is:pr")
                && query.value("type") == null) {
            return GithubErrors.of(422, "Query must include 'is:issue' or 'is:pull-request'");
        }
        List<GithubIssue> hits = host.repos().stream()
                .filter(viewer::canSee)
                .flatMap(repo -> host.issues(repo).stream())
                .filter(issue -> matches(issue, query))
                .toList();
        return found(request, hits, issue -> rows.issue(issue).put("score", 1.0));
    }

    private static <T> Response found(Request request, List<T> hits, Function<T, ObjectNode> row) {
        Paging paging = Paging.of(request.query());
        if ((paging.page() - 1) * paging.size() >= MOST) {
            return GithubErrors.of(422, "Only the first 1000 search results are available");
        }
        ObjectNode body = Json.object();
        body.put("total_count", hits.size());
        body.put("incomplete_results", false);
        body.set("items", Json.array(paging.cut(hits).stream().map(row).toList()));
        return paging.linked(request, Math.min(hits.size(), MOST), Response.json(200, body));
    }

    private static boolean matches(GithubUser user, Query query) {
        String in = query.value("in");
        List<String> fields = in == null ? List.of("login", "email", "name") : Arrays.asList(in.split(",", -1));
        boolean type = !query.has("type:user") || !user.organization();
        boolean organization = !query.has("type:org") || user.organization();
        String wanted = query.value("user");
        return type
                && organization
                && (wanted == null || user.login().equalsIgnoreCase(wanted))
                && query.words().stream()
                        .allMatch(word -> fields.stream().anyMatch(field -> contains(text(user, field), word)));
    }

    private static @Nullable String text(GithubUser user, String field) {
        return switch (field) {
            case "login" -> user.login();
            case "email" -> user.email();
            case "name" -> user.name();
            default -> null;
        };
    }

    private static boolean matches(GithubIssue issue, Query query) {
        String repo = query.value("repo");
        String owner = query.value("org") == null ? query.value("user") : query.value("org");
        String author = query.value("author");
        boolean pulls = query.has("is:pr") || query.has("is:pull-request") || query.has("type:pr");
        boolean wantsOpen = query.has("is:open") || query.has("state:open");
        boolean wantsClosed = query.has("is:closed") || query.has("state:closed");
        return (repo == null || issue.repo().fullName().equalsIgnoreCase(repo))
                && (owner == null || issue.repo().owner().login().equalsIgnoreCase(owner))
                && (author == null || issue.author().login().equalsIgnoreCase(author))
                && issue.pull() == pulls
                && (!wantsOpen || issue.open())
                && (!wantsClosed || !issue.open())
                && query.words().stream().allMatch(word -> contains(issue.title(), word));
    }

    private static boolean contains(@Nullable String text, String word) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(word);
    }
}
