package ai.opsai.sandbox.github;

import java.util.List;

/** Whom a token stands for: a user, the organization they work for, and its members. */
record GithubAccount(GithubUser viewer, GithubUser organization, List<GithubUser> members) {

    boolean canSee(GithubRepo repo) {
        return !repo.secret() || isMemberOf(repo);
    }

    boolean isMemberOf(GithubRepo repo) {
        return repo.owner().equals(organization) || repo.owner().equals(viewer);
    }
}
