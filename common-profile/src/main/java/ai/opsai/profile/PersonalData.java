package ai.opsai.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells fields that hold data about people by their values and by their names, the one that people gave to a custom field
 * included. Either alone may do; together they are surer: {@code 1 - (1 - values) (1 - name)}.
 */
public final class PersonalData {

    /** Below this it is not worth a mark. */
    private static final double ENOUGH = 0.5;

    private PersonalData() {}

    /** A category and how sure it is, between 0 and 1. */
    public record Mark(PersonalCategory category, double confidence) {}

    /**
     * The surest category of a field, or null where it holds none.
     *
     * @param label the name that people gave to the field, empty where there is none
     */
    public static @Nullable Mark of(FieldPath path, String label, RowsDetail rows) {
        ValueProfile values = rows.profile().at(path);
        if (values.scalars() == 0 || values.count(JsonKind.BOOLEAN) > 0) {
            return null;
        }
        Set<PersonalCategory> named = named(path, label, rows.profile());
        Collection<Mark> marks = new ArrayList<>();
        for (PersonalCategory category : PersonalCategory.values()) {
            double byValues = PersonalValues.evidence(category, values, rows.at(path));
            double byName = named.contains(category) && PersonalValues.allow(category, values)
                    ? PersonalNames.weight(category)
                    : 0;
            double confidence = 1 - (1 - byValues) * (1 - byName);
            if (confidence >= ENOUGH) {
                marks.add(new Mark(category, confidence));
            }
        }
        return marks.stream().max(Comparator.comparingDouble(Mark::confidence)).orElse(null);
    }

    private static Set<PersonalCategory> named(FieldPath path, String label, RowsProfile profile) {
        Set<PersonalCategory> named = EnumSet.noneOf(PersonalCategory.class);
        named.addAll(PersonalNames.of(NameWords.of(path.name())));
        named.addAll(PersonalNames.of(NameWords.of(label)));
        if (NameWords.of(path.name()).equals(List.of("name")) && besideAPerson(profile.keys(path.parent()))) {
            named.add(PersonalCategory.NAME);
        }
        return named;
    }

    /** A name is a person's where an address, a number or a birthday of one stands beside it. */
    private static boolean besideAPerson(Set<String> neighbours) {
        return neighbours.stream()
                .flatMap(key -> PersonalNames.of(NameWords.of(key)).stream())
                .anyMatch(EnumSet.of(
                        PersonalCategory.EMAIL,
                        PersonalCategory.PHONE,
                        PersonalCategory.BIRTH_DATE,
                        PersonalCategory.ONLINE_ID)::contains);
    }
}
