package ai.opsai.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How fresh rows are: the oldest and the newest moment of the field that tells when a row last changed, or where there is
 * none, when it was made.
 *
 * @param rows how many rows say it
 */
public record Freshness(FieldPath field, Period period, long rows) {

    private static final Set<String> CHANGED = Set.of("updated", "modified", "changed", "edited", "lastmodifieddate");
    private static final Set<String> MADE =
            Set.of("created", "added", "inserted", "opened", "received", "posted", "createdate", "ordered");

    /** Empty where no field of the rows holds moments with such a name. */
    public static Optional<Freshness> of(RowsDetail rows) {
        return rows.profile().fields().keySet().stream()
                .filter(path -> path.isSingular() && rank(path) < Integer.MAX_VALUE)
                .sorted(Comparator.<FieldPath>comparingInt(Freshness::rank)
                        .thenComparingInt(FieldPath::depth)
                        .thenComparingLong(path -> -rows.profile().at(path).filled())
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(path -> of(path, rows).stream())
                .findFirst();
    }

    private static Optional<Freshness> of(FieldPath path, RowsDetail rows) {
        ValueProfile values = rows.profile().at(path);
        Meaning meaning = Meanings.of(path, values, rows.profile().keys(path.parent()));
        Period period = meaning == null ? null : period(meaning.type(), values, rows.at(path));
        return period == null ? Optional.empty() : Optional.of(new Freshness(path, period, values.scalars()));
    }

    private static @Nullable Period period(SemanticType type, ValueProfile values, ValueDetail detail) {
        if (type == SemanticType.TIMESTAMP || type == SemanticType.DATE) {
            return detail.moments();
        }
        boolean millis = type == SemanticType.EPOCH_MILLIS;
        Range numbers = values.numbers();
        return numbers != null && (millis || type == SemanticType.EPOCH_SECONDS)
                ? Period.ofEpochs(numbers, millis)
                : null;
    }

    private static int rank(FieldPath path) {
        List<String> words = NameWords.of(path.name());
        if (words.stream().anyMatch(CHANGED::contains)) {
            return 0;
        }
        return words.stream().anyMatch(MADE::contains) ? 1 : Integer.MAX_VALUE;
    }
}
