package ai.opsai.sandbox.github;

import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.World;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All of the one GitHub: users and organizations everybody can see, repositories, issues. Immutable. */
final class GithubHost {

    private final Map<String, GithubUser> users;
    private final Map<Integer, GithubUser> usersById;
    private final Map<String, GithubRepo> repos;
    private final Map<Integer, List<GithubIssue>> issues;
    private final Map<String, GithubAccount> accounts;

    private GithubHost(
            List<GithubUser> users,
            List<GithubRepo> repos,
            List<GithubIssue> issues,
            Map<String, GithubAccount> accounts) {
        this.users = index(users, user -> user.login().toLowerCase(Locale.ROOT));
        this.usersById = new TreeMap<>(index(users, GithubUser::id));
        this.repos = index(repos, repo -> repo.fullName().toLowerCase(Locale.ROOT));
        this.issues = issues.stream()
                .sorted(Comparator.comparing(GithubIssue::createdAt)
                        .thenComparingLong(GithubIssue::id)
                        .reversed())
                .collect(Collectors.groupingBy(issue -> issue.repo().id(), LinkedHashMap::new, Collectors.toList()));
        this.accounts = accounts;
    }

    static GithubHost of(World world) {
        GithubBuilder builder = new GithubBuilder(world.truth());
        Map<String, GithubAccount> accounts = new LinkedHashMap<>();
        for (Community community : world.communities()) {
            accounts.put(community.account(), builder.add(community));
        }
        return new GithubHost(builder.users(), builder.repos(), builder.issues(), accounts);
    }

    GithubAccount account(String name) {
        GithubAccount account = accounts.get(name);
        if (account == null) {
            throw new IllegalArgumentException("No account " + name);
        }
        return account;
    }

    @Nullable
    GithubUser user(String login) {
        return users.get(login.toLowerCase(Locale.ROOT));
    }

    @Nullable
    GithubUser user(int id) {
        return usersById.get(id);
    }

    List<GithubUser> users() {
        return List.copyOf(usersById.values());
    }

    @Nullable
    GithubRepo repo(String owner, String name) {
        return repos.get((owner + "/" + name).toLowerCase(Locale.ROOT));
    }

    List<GithubRepo> repos() {
        return List.copyOf(repos.values());
    }

    /** The newest first. */
    List<GithubIssue> issues(GithubRepo repo) {
        return issues.getOrDefault(repo.id(), List.of());
    }

    private static <K, V> Map<K, V> index(List<V> items, Function<V, K> key) {
        return items.stream().collect(Collectors.toMap(key, item -> item, (first, _) -> first, LinkedHashMap::new));
    }
}
