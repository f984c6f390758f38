package ai.opsai.sandbox.github;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repository with its contributors, the busiest first. */
record GithubRepo(
        int id,
        GithubUser owner,
        String name,
        String description,
        @Nullable String language,
        List<String> topics,
        @Nullable String license,
        int stars,
        int forks,
        int size,
        boolean secret,
        boolean fork,
        boolean archived,
        boolean pages,
        Instant createdAt,
        Instant pushedAt,
        List<Contribution> contributors) {

    record Contribution(GithubUser user, int commits) {}

    String fullName() {
        return owner.login() + "/" + name;
    }
}
