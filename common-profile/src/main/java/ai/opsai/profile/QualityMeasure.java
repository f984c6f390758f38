package ai.opsai.profile;

import ai.opsai.profile.DataQuality.Measure;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
    private Measure completeness() {
        long places = 0;
        long filled = 0;
        for (FieldPath path : profile.fields().keySet()) {
            if (path.isSingular() && profile.at(path).count(JsonKind.OBJECT) == 0) {
                places += profile.places(path);
                filled += profile.at(path).filled();
            }
        }
        return new Measure(filled, places);
    }

    private Measure validity() {
        Measure sum = Measure.NONE;
        for (Map.Entry<FieldPath, ValueProfile> field : profile.fields().entrySet()) {
            FieldPath path = field.getKey();
            sum = sum.plus(Validity.of(path, field.getValue(), profile.keys(path.parent())));
        }
        return sum;
    }

    private Measure uniqueness() {
        long rows = profile.rows();
        if (rows == 0 || !KeyCandidates.of(profile).isEmpty()) {
            return new Measure(rows, rows);
        }
        int mostTold = profile.children(FieldPath.ROOT).stream()
                .map(profile::at)
                .map(values -> values.distinct().count())
                .max(Comparator.naturalOrder())
                .orElse(0);
        return new Measure(Math.min(mostTold, rows), rows);
    }

    private Measure consistency() {
        long usual = 0;
        long filled = 0;
        for (ValueProfile values : profile.fields().values()) {
            filled += values.filled();
            usual += usual(values);
        }
        return new Measure(usual, filled);
    }

    /** Whole and broken numbers are one kind here. */
    private static long usual(ValueProfile values) {
        Collection<Long> kinds = List.of(
                values.numbersSeen(),
                values.texts(),
                values.count(JsonKind.BOOLEAN),
                values.count(JsonKind.OBJECT),
                values.count(JsonKind.ARRAY));
        return kinds.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
