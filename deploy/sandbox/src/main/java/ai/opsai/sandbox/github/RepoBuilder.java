package ai.opsai.sandbox.github;

import ai.opsai.sandbox.world.Business;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Lines;
import ai.opsai.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the repositories of one account; the first one is where everybody at the front of the world has worked. */
final class RepoBuilder {

    private static final List<String> SOFTWARE = Lines.of(RepoBuilder.class, "repos-software.txt");
    private static final List<String> STUDIO = Lines.of(RepoBuilder.class, "repos-studio.txt");

    private final Community community;
    private final GithubAccount account;
    private final List<GithubUser> outsiders;
    private final int existing;
    private final boolean software;

    /** @param existing how many repositories other accounts have: ids go on from there */
    RepoBuilder(Community community, GithubAccount account, List<GithubUser> outsiders, int existing) {
        this.community = community;
        this.account = account;
        this.outsiders = outsiders;
        this.existing = existing;
        this.software = community.business() == Business.SOFTWARE;
    }

    List<GithubRepo> repos() {
        List<String> lines = software ? SOFTWARE : STUDIO;
        int total = lines.size() + Math.min(community.people().size() / 100, 80);
        List<GithubRepo> repos = new ArrayList<>();
        for (int number = 0; number < total; number++) {
            repos.add(repo(
                    number,
                    number / lines.size(),
                    List.of(lines.get(number % lines.size()).split("\\|", -1))));
        }
        return repos;
    }

    /** @param line name, description, language, topics */
    private GithubRepo repo(int number, int round, List<String> line) {
        Dice dice = Dice.of(community.seed(), "repo", number);
        boolean main = number == 0;
        boolean personal = number % 9 == 8;
        return new GithubRepo(
                510_000_000 + (existing + number) * 7_919,
                personal ? account.viewer() : account.organization(),
                name(line.getFirst(), round),
                line.get(1),
                line.get(2).isEmpty() ? null : line.get(2),
                List.of(line.get(3).split(",", -1)),
                license(dice),
                stars(main, dice),
                dice.between(0, main ? 210 : 30),
                dice.between(120, 90_000),
                number % 5 == 4,
                personal && dice.chance(0.5),
                round > 0 && dice.chance(0.5),
                dice.chance(software ? 0.05 : 0.8),
                dice.before(World.PRESENT.minus(Duration.ofDays(200)), 2_200),
                pushed(main, round, dice),
                contributors(main, dice));
    }

    private static String name(String name, int round) {
        return switch (round) {
            case 0 -> name;
            case 1 -> name + "-legacy";
            default -> name + "-v" + round;
        };
    }

    private static @Nullable String license(Dice dice) {
        return dice.chance(0.7) ? dice.pick(List.of("mit", "apache-2.0")) : null;
    }

    private int stars(boolean main, Dice dice) {
        if (!software) {
            return dice.between(0, 9);
        }
        return main ? dice.between(1_900, 2_300) : dice.between(0, 320);
    }

    private static Instant pushed(boolean main, int round, Dice dice) {
        return main ? World.PRESENT.minus(Duration.ofMinutes(20)) : dice.before(World.PRESENT, round > 0 ? 900 : 40);
    }

    private List<GithubRepo.Contribution> contributors(boolean main, Dice dice) {
        List<GithubRepo.Contribution> contributors = new ArrayList<>();
        int commits = dice.between(900, 1_100);
        for (GithubUser member : account.members()) {
            contributors.add(new GithubRepo.Contribution(member, commits));
            commits -= dice.between(10, 90);
        }
        for (GithubUser helper : main ? outsiders.subList(0, Math.min(60, outsiders.size())) : helpers(dice)) {
            contributors.add(new GithubRepo.Contribution(helper, Math.max(1, commits)));
            commits = commits * 9 / 10;
        }
        return contributors;
    }

    private List<GithubUser> helpers(Dice dice) {
        Set<GithubUser> seen = new HashSet<>();
        List<GithubUser> helpers = new ArrayList<>();
        for (int number = dice.between(2, 12); number > 0; number--) {
            GithubUser helper = dice.pickEarly(outsiders);
            if (seen.add(helper)) {
                helpers.add(helper);
            }
        }
        return helpers;
    }
}
