package ai.opsai.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what the numbers of a {@link DataQuality} are made of. */
final class QualityMeasure {

    private final RowsProfile profile;

    QualityMeasure(RowsProfile profile) {
        this.profile = profile;
    }

    DataQuality measure() {
        return new DataQuality(completeness(), validity(), uniqueness(), consistency(), profile.rows());
    }

    /** Over the fields of the row itself and of plain objects in it; an array is one cell, its elements are not. */
    private double completeness() {
        long places = 0;
        long filled = 0;
        for (FieldPath path : profile.fields().keySet()) {
            if (path.isSingular() && profile.at(path).count(JsonKind.OBJECT) == 0) {
                places += profile.places(path);
                filled += profile.at(path).filled();
            }
        }
        return percent(filled, places);
    }

    private double validity() {
        double fitting = 0;
        long judged = 0;
        for (Map.Entry<FieldPath, ValueProfile> field : profile.fields().entrySet()) {
            Meaning meaning = meaning(field.getKey());
            if (meaning != null) {
                judged += meaning.seen();
                fitting += meaning.support() * meaning.seen();
            }
        }
        return judged == 0 ? 100 : percent(fitting, judged);
    }

    private @Nullable Meaning meaning(FieldPath path) {
        return Meanings.of(path, profile.at(path), profile.keys(path.parent()));
    }

    private double uniqueness() {
        if (profile.rows() == 0 || !KeyCandidates.of(profile).isEmpty()) {
            return 100;
        }
        int mostTold = profile.children(FieldPath.ROOT).stream()
                .map(profile::at)
                .map(values -> values.distinct().count())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return percent(Math.min(mostTold, profile.rows()), profile.rows());
    }

    private double consistency() {
        long usual = 0;
        long filled = 0;
        for (ValueProfile values : profile.fields().values()) {
            filled += values.filled();
            usual += values.filled() - unusual(values);
        }
        return percent(usual, filled);
    }

    /** Whole and broken numbers are one kind here. */
    private static long unusual(ValueProfile values) {
        Collection<Long> kinds = List.of(
                values.numbersSeen(),
                values.texts(),
                values.count(JsonKind.BOOLEAN),
                values.count(JsonKind.OBJECT),
                values.count(JsonKind.ARRAY));
        return values.filled() - kinds.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static double percent(long part, long whole) {
        return percent((double) part, whole);
    }

    private static double percent(double part, long whole) {
        double share = whole == 0 ? 100 : 100 * part / whole;
        return BigDecimal.valueOf(share).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
