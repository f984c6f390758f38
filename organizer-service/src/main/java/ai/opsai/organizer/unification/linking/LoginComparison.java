package ai.opsai.organizer.unification.linking;

import java.util.Optional;

/** Names to sign in with: equal ones are strong; one that is made of the other's name or address is a hint. */
record LoginComparison() implements Comparison {

    @Override
    public Optional<Evidence> compare(Facts left, Facts right) {
        String one = left.value("login");
        String other = right.value("login");
        if (one != null && other != null) {
            return Optional.of(
                    Folding.fold(one).equals(Folding.fold(other))
                            ? new Evidence(7, "the same login")
                            : new Evidence(-0.3, "different logins"));
        }
        return one != null ? made(one, right) : other != null ? made(other, left) : Optional.empty();
    }

    private static Optional<Evidence> made(String login, Facts person) {
        String folded = Folding.fold(login);
        Email email = person.email();
        if (email != null && folded.length() >= 5 && email.local().equals(folded)) {
            return Optional.of(new Evidence(3, "the login stands before the other's e-mail domain"));
        }
        PersonName name = person.name();
        if (name == null || !name.isComplete()) {
            return Optional.empty();
        }
        String letters = folded.replaceAll("[^\\p{L}]", "");
        String family = name.family().replace(" ", "");
        String given = name.given().replace(" ", "");
        boolean whole = letters.equals(given + family) || letters.equals(family + given);
        boolean initial = letters.equals(given.charAt(0) + family);
        return whole || initial
                ? Optional.of(new Evidence(whole ? 2.5 : 1.8, "the login is made of the name"))
                : Optional.empty();
    }
}
