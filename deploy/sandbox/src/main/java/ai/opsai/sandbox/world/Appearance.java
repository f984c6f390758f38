package ai.opsai.sandbox.world;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person as one provider knows them. Everything may be missing. */
public record Appearance(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email) {

    public static Appearance of(Person person, Provider provider) {
        return new Appearance(firstName(person, provider), lastName(person, provider), email(person, provider));
    }

    public @Nullable String fullName() {
        if (firstName == null) {
            return lastName;
        }
        return lastName == null ? firstName : firstName + " " + lastName;
    }

    private static @Nullable String firstName(Person person, Provider provider) {
        boolean informal = person.trait() == Trait.NICKNAME && provider != Provider.STRIPE;
        return person.trait() == Trait.SPARSE ? null : informal ? person.nickname() : person.firstName();
    }

    private static @Nullable String lastName(Person person, Provider provider) {
        if (person.trait() == Trait.SPARSE) {
            return null;
        }
        String former = person.formerLastName();
        return former != null && provider == Provider.STRIPE ? former : person.lastName();
    }

    private static @Nullable String email(Person person, Provider provider) {
        return switch (provider) {
            case STRIPE -> atStripe(person);
            case HUBSPOT -> atHubspot(person);
            case GITHUB -> atGithub(person);
        };
    }

    private static String atStripe(Person person) {
        return switch (person.trait()) {
            case PLAIN, NICKNAME, NEW_LAST_NAME, HIDDEN_EMAIL, NO_REPLY, SPARSE -> person.email();
            case LETTER_CASE -> capitals(person.email());
            case PLUS_ADDRESS -> tagged(person.email(), "billing");
            case PERSONAL_EMAIL -> person.personalEmail();
            case SHARED_MAILBOX -> mailbox(person);
        };
    }

    private static String atHubspot(Person person) {
        return person.trait() == Trait.SHARED_MAILBOX ? mailbox(person) : person.email();
    }

    private static @Nullable String atGithub(Person person) {
        return switch (person.trait()) {
            case PLAIN, LETTER_CASE, NICKNAME, NEW_LAST_NAME, SPARSE -> person.email();
            case PLUS_ADDRESS -> tagged(person.email(), "github");
            case PERSONAL_EMAIL -> person.personalEmail();
            case HIDDEN_EMAIL, NO_REPLY, SHARED_MAILBOX -> null;
        };
    }

    private static String mailbox(Person person) {
        Company company = person.company();
        return company == null ? person.email() : company.mailbox("billing");
    }

    private static String tagged(String email, String tag) {
        return email.replace("@", "+" + tag + "@");
    }

    private static String capitals(String email) {
        return Pattern.compile("(^|[.@])([a-z])")
                .matcher(email)
                .replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
    }
}
