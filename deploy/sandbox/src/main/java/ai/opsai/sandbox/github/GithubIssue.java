package ai.opsai.sandbox.github;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue, or a pull request, which GitHub lists among them. The body is made from the seed when it is shown. */
record GithubIssue(
        long id,
        int number,
        GithubRepo repo,
        GithubUser author,
        @Nullable GithubUser assignee,
        String title,
        int bodyLength,
        List<Integer> labels,
        int comments,
        boolean pull,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {

    boolean open() {
        return closedAt == null;
    }
}
