package ai.opsai.sandbox.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes one community: its owner, companies, people, and the look-alikes among them. */
final class Settlement {

    /** So many people stand in front of every list: whole first pages that a demo can show. */
    static final int CORE = 48;

    private static final int STAFF = 8;

    private static final List<Trait> TRAITS = List.of(
            Trait.PLAIN,
            Trait.LETTER_CASE,
            Trait.PLAIN,
            Trait.PLUS_ADDRESS,
            Trait.PLAIN,
            Trait.NICKNAME,
            Trait.HIDDEN_EMAIL,
            Trait.PLAIN,
            Trait.NEW_LAST_NAME,
            Trait.PERSONAL_EMAIL,
            Trait.PLAIN,
            Trait.NO_REPLY,
            Trait.SPARSE);

    private final Roster roster;
    private final String account;
    private final Business business;
    private final boolean verbose;
    private final long seed;
    private final int firstId;
    private final boolean scattered;

    Settlement(
            Roster roster,
            String account,
            Business business,
            boolean verbose,
            long seed,
            int firstId,
            boolean scattered) {
        this.roster = roster;
        this.account = account;
        this.business = business;
        this.verbose = verbose;
        this.seed = seed;
        this.firstId = firstId;
        this.scattered = scattered;
    }

    Community of(String ownerName, int size) {
        Company owner = company(firstId, ownerName);
        List<Company> companies = IntStream.rangeClosed(1, Math.max(12, size / 5))
                .mapToObj(number -> company(firstId + number, companyName(number)))
                .toList();
        List<Person> people = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            Dice dice = Dice.of(seed, "employer", number);
            people.add(
                    person(number, dice.chance(0.85) ? dice.pickEarly(companies) : null, !scattered && number <= CORE));
        }
        List<LookAlike> lookAlikes = new Doubles(roster, companies, seed).cast(people);
        List<Person> staff = IntStream.rangeClosed(1, STAFF)
                .mapToObj(number -> person(size + number, owner, false).as(EnumSet.of(Provider.GITHUB), Trait.PLAIN))
                .toList();
        return new Community(
                account, business, verbose, scattered, seed, owner, staff, companies, List.copyOf(people), lookAlikes);
    }

    private String companyName(int number) {
        Dice dice = Dice.of(seed, "company name", number);
        String name = dice.pick(roster.companyHeads) + " " + dice.pick(roster.companyTails);
        while (!roster.take(name)) {
            name = dice.pick(roster.companyHeads) + " " + dice.pick(roster.companyTails) + " " + dice.between(2, 9999);
        }
        return name;
    }

    private Company company(int id, String name) {
        Dice dice = Dice.of(seed, "company", id);
        String domain = Roster.ascii(name.replace(' ', '-')) + ".example";
        int employees = dice.between(1, 9) * (dice.chance(0.3) ? 100 : 12);
        return new Company(id, name, domain, dice.pick(roster.industries), dice.pick(roster.places), employees);
    }

    private Person person(int number, @Nullable Company company, boolean core) {
        Dice dice = Dice.of(seed, "person", number);
        String[] first = dice.pick(roster.firstNames).split(" ", 2);
        String last = unusedLastName(first[0], dice);
        Trait trait = TRAITS.get(core ? number % TRAITS.size() : dice.between(0, TRAITS.size() - 1));
        String former = trait == Trait.NEW_LAST_NAME ? dice.pick(roster.lastNames) : null;
        Place place = company == null ? dice.pick(roster.places) : company.place();
        String personal = roster.address(
                first[0] + (dice.chance(0.5) ? "." : "") + last + dice.between(60, 99), dice.pick(roster.freeMail));
        String email = company == null
                ? personal
                : roster.address(local(first[0], former == null ? last : former, dice), company.domain());
        return new Person(
                firstId + number,
                first[0],
                first[1],
                last,
                former,
                company,
                email,
                personal,
                place.dialling() + " " + dice.between(1_000_000, 9_999_999),
                dice.pick(roster.jobTitles),
                place,
                presence(core, dice),
                trait,
                core);
    }

    private String unusedLastName(String first, Dice dice) {
        String last = dice.pick(roster.lastNames);
        for (int tries = 0; tries < 8 && !roster.take(first + " " + last); tries++) {
            last = dice.pick(roster.lastNames);
        }
        return last;
    }

    private static String local(String first, String last, Dice dice) {
        String joined = last.replace(" ", "");
        return dice.chance(0.8) ? first + "." + joined : first.substring(0, 1) + joined;
    }

    private static Set<Provider> presence(boolean core, Dice dice) {
        Set<Provider> presence = EnumSet.noneOf(Provider.class);
        double more = core ? 0.35 : 0;
        if (dice.chance(0.80 + more)) {
            presence.add(Provider.HUBSPOT);
        }
        if (dice.chance(0.45 + more)) {
            presence.add(Provider.STRIPE);
        }
        if (presence.isEmpty() || dice.chance(0.45 + more)) {
            presence.add(Provider.GITHUB);
        }
        return presence;
    }
}
