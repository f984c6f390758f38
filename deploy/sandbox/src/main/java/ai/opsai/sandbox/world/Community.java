package ai.opsai.sandbox.world;

import java.util.List;

/**
 * One account and everybody its providers have records of.
 *
 * @param verbose whether its texts are as long as the providers allow
 */
public record Community(
        String account,
        Business business,
        boolean verbose,
        long seed,
        Company owner,
        List<Person> staff,
        List<Company> companies,
        List<Person> people,
        List<LookAlike> lookAlikes) {

    /** The people with a record at this provider, in the order of their ids. */
    public List<Person> at(Provider provider) {
        return people.stream().filter(person -> person.isAt(provider)).toList();
    }
}
