package ai.opsai.sandbox.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns some neighbours in the list of people into look-alikes: pairs that only care keeps apart. */
final class Doubles {

    private static final int IN_THE_CORE = 8;

    private final Roster roster;
    private final List<Company> companies;
    private final long seed;

    Doubles(Roster roster, List<Company> companies, long seed) {
        this.roster = roster;
        this.companies = companies;
        this.seed = seed;
    }

    /** Replaces people in the list by look-alikes and returns the pairs; the first ones lie in the core. */
    List<LookAlike> cast(List<Person> people) {
        List<LookAlike> pairs = new ArrayList<>();
        int wanted = Math.clamp(people.size() / 12, IN_THE_CORE, 200);
        int stride = Math.max(2, (people.size() - Settlement.CORE) / wanted);
        for (int number = 0; number < wanted; number++) {
            int index = number < IN_THE_CORE
                    ? number * (Settlement.CORE / IN_THE_CORE) + 3
                    : Settlement.CORE + (number - IN_THE_CORE) * stride;
            if (index + 1 < people.size()) {
                LookAlike pair = pair(number, people.get(index), people.get(index + 1));
                people.set(index, pair.left());
                people.set(index + 1, pair.right());
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private LookAlike pair(int number, Person one, Person other) {
        Dice dice = Dice.of(seed, "double", number);
        LookAlike.Kind[] kinds = LookAlike.Kind.values();
        LookAlike.Kind kind = kinds[number % kinds.length];
        Company home = one.company() == null ? companies.get(number % companies.size()) : one.company();
        // One pays, the other is in the CRM: a join by name or mailbox would cross providers.
        Set<Provider> payer = EnumSet.of(Provider.STRIPE, Provider.GITHUB);
        Set<Provider> contact = EnumSet.of(Provider.HUBSPOT, Provider.GITHUB);
        return switch (kind) {
            case SAME_NAME_OTHER_COMPANY -> {
                Company elsewhere = dice.pick(companies.stream()
                        .filter(company -> !company.equals(home))
                        .toList());
                yield new LookAlike(
                        kind,
                        at(one, one, "", home, Trait.PLAIN, payer),
                        at(other, one, "", elsewhere, Trait.PLAIN, contact));
            }
            case SHARED_MAILBOX ->
                new LookAlike(
                        kind,
                        at(one, one, "", home, Trait.SHARED_MAILBOX, payer),
                        at(other, other, "", home, Trait.SHARED_MAILBOX, contact));
            case SAME_NAME_OTHER_EMAIL ->
                new LookAlike(
                        kind,
                        at(one, one, "", null, Trait.PLAIN, payer),
                        at(other, one, "", null, Trait.PLAIN, contact));
            case PARENT_AND_CHILD ->
                new LookAlike(
                        kind,
                        at(one, one, "", home, Trait.PLAIN, payer),
                        at(other, one, " Jr.", home, Trait.PLAIN, contact));
        };
    }

    /** The person with another's name, at that company. */
    private Person at(
            Person person,
            Person named,
            String generation,
            @Nullable Company company,
            Trait trait,
            Set<Provider> presence) {
        String last = named.lastName() + generation;
        String local = named.firstName() + "." + last.replaceAll("[ .]", "");
        String freeMailer =
                person.personalEmail().substring(person.personalEmail().indexOf('@') + 1);
        Place place = company == null ? person.place() : company.place();
        return new Person(
                person.id(),
                named.firstName(),
                named.nickname(),
                last,
                null,
                company,
                company == null
                        ? roster.address(local + (person.id() % 90 + 10), freeMailer)
                        : roster.address(local, company.domain()),
                person.personalEmail(),
                person.phone(),
                person.jobTitle(),
                place,
                presence,
                trait,
                person.core());
    }
}
