package ai.opsai.organizer.unification.linking;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Whether the values of a field are numbers, perhaps with a unit. */
final class Numeric {

    private static final Pattern NUMBER = Pattern.compile("\\D{0,3}-?\\d+(?:\\.\\d+)?\\D{0,3}");

    private Numeric() {}

    static boolean mostly(String field, List<Facts> records) {
        List<String> values = records.stream()
                .map(record -> record.value(field))
                .filter(Objects::nonNull)
                .toList();
        long numbers = values.stream()
                .filter(value -> NUMBER.matcher(value.strip()).matches())
                .count();
        return numbers * 10 >= values.size() * 8L;
    }
}
