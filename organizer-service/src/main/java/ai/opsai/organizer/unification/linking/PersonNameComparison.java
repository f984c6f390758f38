package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.lexicon.Lexicon;
import java.util.List;
import java.util.Optional;

/** Names of persons: rare names weigh more than common ones, short forms and slips count nearly as much as the name. */
final class PersonNameComparison implements Comparison {

    private static final double MOST = 6;

    private final Lexicon lexicon;
    private final Frequencies given;
    private final Frequencies family;

    PersonNameComparison(Lexicon lexicon, List<Facts> records) {
        this.lexicon = lexicon;
        given = Frequencies.of(records, PersonNameComparison::givenOf);
        family = Frequencies.of(records, PersonNameComparison::familyOf);
    }

    private static Optional<String> givenOf(Facts record) {
        return Optional.ofNullable(record.name()).map(PersonName::given).filter(name -> !name.isEmpty());
    }

    private static Optional<String> familyOf(Facts record) {
        return Optional.ofNullable(record.name()).map(PersonName::family).filter(name -> !name.isEmpty());
    }

    @Override
    public Optional<Evidence> compare(Facts left, Facts right) {
        PersonName one = left.name();
        PersonName other = right.name();
        if (one == null
                || other == null
                || (one.family().isEmpty() && one.given().isEmpty())) {
            return Optional.empty();
        }
        if (other.family().isEmpty() && other.given().isEmpty()) {
            return Optional.empty();
        }
        if (lexicon.isPlaceholder(one.given()) || lexicon.isPlaceholder(other.given())) {
            return Optional.of(new Evidence(-8, "a name that stands for nobody"));
        }
        double turned = 0.8 * (given(one.given(), other.family()) + family(one.family(), other.given()));
        double straight = given(one.given(), other.given()) + family(one.family(), other.family());
        double weight = Math.max(straight, one.isComplete() && other.isComplete() ? turned : straight);
        return Optional.of(new Evidence(weight, reason(one, other, weight)));
    }

    private static String reason(PersonName one, PersonName other, double weight) {
        if (one.equals(other)) {
            return "the same name";
        }
        return weight > 0 ? "names that agree but for their spelling" : "different names";
    }

    private double given(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return given.weight(one, MOST - 1);
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? 0.8 : -3;
        }
        if (lexicon.sameGivenName(first(one), first(other))) {
            return 0.7 * Math.min(given.weight(one, MOST - 1), given.weight(other, MOST - 1));
        }
        return Strings.near(one, other) ? 0.6 * given.weight(one, MOST - 1) : -4;
    }

    private static String first(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private double family(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return family.weight(one, MOST);
        }
        return Strings.near(one, other) ? 0.7 * Math.min(family.weight(one, MOST), family.weight(other, MOST)) : -5;
    }
}
