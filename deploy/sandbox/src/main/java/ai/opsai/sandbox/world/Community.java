package ai.opsai.sandbox.world;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One account and everybody its providers have records of.
 *
 * @param verbose whether its texts are as long as the providers allow
 * @param scattered whether each provider lists people in an order of its own
 */
public record Community(
        String account,
        Business business,
        boolean verbose,
        boolean scattered,
        long seed,
        Company owner,
        List<Person> staff,
        List<Company> companies,
        List<Person> people,
        List<LookAlike> lookAlikes) {

    /** The people with a record at this provider, in the order in which it came to know them. */
    public List<Person> at(Provider provider) {
        Stream<Person> known = people.stream().filter(person -> person.isAt(provider));
        return scattered
                ? known.sorted(Comparator.comparingLong(person -> place(person, provider)))
                        .toList()
                : known.toList();
    }

    private long place(Person person, Provider provider) {
        return Dice.of(seed, provider.id(), person.id()).number(Long.MAX_VALUE);
    }
}
