package ai.opsai.sandbox.github;

import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Lines;
import ai.opsai.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the issues of one community; the newest come from the people at its front, one each. */
final class IssueBuilder {

    private static final List<String> TITLES = Lines.of(IssueBuilder.class, "issue-titles.txt");
    static final int LABELS = 7;

    private final Community community;
    private final List<GithubRepo> repos;
    private final List<GithubUser> members;
    private final List<GithubUser> outsiders;

    IssueBuilder(Community community, List<GithubRepo> repos, List<GithubUser> members, List<GithubUser> outsiders) {
        this.community = community;
        this.repos = repos.stream().filter(repo -> !repo.fork()).toList();
        this.members = members;
        this.outsiders = outsiders;
    }

    List<GithubIssue> issues() {
        int total = community.people().size() * 6 / 5;
        Map<Integer, Integer> numbers = new HashMap<>();
        List<GithubIssue> issues = new ArrayList<>();
        // From the oldest to the newest, so that numbers and times rise together.
        for (int age = total - 1; age >= 0; age--) {
            Dice dice = Dice.of(community.seed(), "issue", age);
            boolean front = age < Math.min(outsiders.size(), 60);
            GithubRepo repo = front && age % 3 != 2 ? repos.getFirst() : dice.pickEarly(repos);
            GithubUser author =
                    front ? outsiders.get(age) : dice.chance(0.25) ? dice.pick(members) : dice.pickEarly(outsiders);
            issues.add(issue(age, numbers.merge(repo.id(), 1, Integer::sum), repo, author, dice));
        }
        return issues;
    }

    private GithubIssue issue(int age, int number, GithubRepo repo, GithubUser author, Dice dice) {
        Instant created = World.PRESENT.minus(Duration.ofHours(5L + age * 7L)).minusSeconds(dice.between(0, 20_000));
        @Nullable Instant closed = dice.chance(0.45) ? between(created, dice) : null;
        return new GithubIssue(
                2_100_000_000L + (community.seed() % 97) * 10_000_000L - age * 611L,
                number,
                repo,
                author,
                dice.chance(0.4) ? dice.pick(members) : null,
                dice.pick(TITLES),
                community.verbose() ? dice.between(30_000, 60_000) : dice.between(80, 900),
                dice.chance(0.6) ? List.of(dice.between(0, LABELS - 1)) : List.of(),
                dice.between(0, 14),
                dice.chance(0.2),
                created,
                closed == null ? between(created, dice) : closed,
                closed);
    }

    private static Instant between(Instant start, Dice dice) {
        return start.plusSeconds(
                dice.number(Duration.between(start, World.PRESENT).toSeconds()));
    }
}
