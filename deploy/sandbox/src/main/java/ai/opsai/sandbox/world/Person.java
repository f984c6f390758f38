package ai.opsai.sandbox.world;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who exists once, whatever the providers know.
 *
 * @param formerLastName the last name that older records still carry
 * @param company the employer; null for people on their own
 * @param presence the providers that have a record of this person
 * @param core whether the person stands among the rows that every list shows first
 */
public record Person(
        int id,
        String firstName,
        String nickname,
        String lastName,
        @Nullable String formerLastName,
        @Nullable Company company,
        String email,
        String personalEmail,
        String phone,
        String jobTitle,
        Place place,
        Set<Provider> presence,
        Trait trait,
        boolean core) {

    public String fullName() {
        return firstName + " " + lastName;
    }

    public boolean isAt(Provider provider) {
        return presence.contains(provider);
    }

    Person as(Set<Provider> newPresence, Trait newTrait) {
        return new Person(
                id,
                firstName,
                nickname,
                lastName,
                formerLastName,
                company,
                email,
                personalEmail,
                phone,
                jobTitle,
                place,
                newPresence,
                newTrait,
                core);
    }
}
