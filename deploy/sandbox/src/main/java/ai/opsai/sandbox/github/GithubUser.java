package ai.opsai.sandbox.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user or an organization.
 *
 * @param email the public address
 * @param commitEmail the address in the commits, which may be GitHub's no-reply one
 */
record GithubUser(
        int id,
        String login,
        boolean organization,
        @Nullable String name,
        @Nullable String email,
        String commitEmail,
        @Nullable String company,
        @Nullable String location,
        @Nullable String bio,
        Instant createdAt) {}
