package ai.opsai.sandbox.github;

import ai.opsai.sandbox.world.Appearance;
import ai.opsai.sandbox.world.Community;
import ai.opsai.sandbox.world.Company;
import ai.opsai.sandbox.world.Dice;
import ai.opsai.sandbox.world.Person;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.RecordRef;
import ai.opsai.sandbox.world.Subject;
import ai.opsai.sandbox.world.Trait;
import ai.opsai.sandbox.world.Truth;
import ai.opsai.sandbox.world.World;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the people of each community their GitHub accounts, repositories and issues. */
final class GithubBuilder {

    private final Truth truth;
    private final Set<String> logins = new HashSet<>();
    private final List<GithubUser> users = new ArrayList<>();
    private final List<GithubRepo> repos = new ArrayList<>();
    private final List<GithubIssue> issues = new ArrayList<>();

    GithubBuilder(Truth truth) {
        this.truth = truth;
    }

    List<GithubUser> users() {
        return users;
    }

    List<GithubRepo> repos() {
        return repos;
    }

    List<GithubIssue> issues() {
        return issues;
    }

    GithubAccount add(Community community) {
        GithubUser organization = organization(community, community.owner());
        List<GithubUser> members = community.staff().stream()
                .map(person -> user(community, person))
                .toList();
        for (Company company : community.companies()) {
            if (Dice.of(community.seed(), "has organization", company.id()).chance(0.3)) {
                organization(community, company);
            }
        }
        List<GithubUser> outsiders = community.at(Provider.GITHUB).stream()
                .map(person -> user(community, person))
                .toList();
        GithubAccount account = new GithubAccount(members.getFirst(), organization, members);
        List<GithubRepo> own = new RepoBuilder(community, account, outsiders, repos.size()).repos();
        repos.addAll(own);
        issues.addAll(new IssueBuilder(community, own, members, outsiders).issues());
        return account;
    }

    private GithubUser organization(Community community, Company company) {
        String login = unused(company.slug());
        GithubUser user = new GithubUser(
                nextUserId(),
                login,
                true,
                company.name(),
                company.mailbox("hello"),
                company.mailbox("hello"),
                null,
                company.place().city(),
                company.industry().toLowerCase(Locale.ROOT).replace('_', ' '),
                Dice.of(community.seed(), "organization", company.id()).before(World.PRESENT, 3000));
        users.add(user);
        note(community, "orgs", login, Subject.of(company));
        return user;
    }

    private GithubUser user(Community community, Person person) {
        Dice dice = Dice.of(community.seed(), "github user", person.id());
        Appearance seen = Appearance.of(person, Provider.GITHUB);
        int id = nextUserId();
        String login = unused(login(person, dice));
        String noReply = id + "+" + login + "@users.noreply.github.com";
        boolean hidesCommits = person.trait() == Trait.NO_REPLY || person.trait() == Trait.HIDDEN_EMAIL;
        GithubUser user = new GithubUser(
                id,
                login,
                false,
                seen.fullName(),
                person.trait() == Trait.NO_REPLY ? noReply : seen.email(),
                hidesCommits ? noReply : person.email(),
                company(person.company(), dice),
                dice.chance(0.6) ? person.place().city() : null,
                dice.chance(0.3) ? person.jobTitle() : null,
                dice.before(World.PRESENT, 4000));
        users.add(user);
        note(community, "users", login, Subject.of(person));
        return user;
    }

    /** Users appear in the truth by login: it is what other records refer to. */
    private void note(Community community, String entity, String login, Subject subject) {
        truth.note(new RecordRef(community.account(), Provider.GITHUB, entity, login), subject);
    }

    private int nextUserId() {
        return 31_400_007 + users.size() * 1_733;
    }

    private static @Nullable String company(@Nullable Company company, Dice dice) {
        if (company == null || dice.chance(0.4)) {
            return null;
        }
        return dice.chance(0.3) ? "@" + company.slug() : dice.chance(0.5) ? company.name() : company.legalName();
    }

    private static String login(Person person, Dice dice) {
        String first = ascii(person.firstName());
        String last = ascii(person.lastName());
        return switch (dice.between(0, 4)) {
            case 0 -> first + last;
            case 1 -> first + "-" + last;
            case 2 -> first.charAt(0) + last;
            case 3 -> ascii(person.nickname()) + dice.between(2, 99);
            default -> last + first.charAt(0);
        };
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("ı", "i")
                .replaceAll("[^a-z0-9]", "");
    }

    private String unused(String wanted) {
        String login = wanted;
        for (int number = 1; !logins.add(login); number++) {
            login = wanted + number;
        }
        return login;
    }
}
