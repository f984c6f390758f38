package ai.opsai.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The quality of rows, each number with one meaning and with what it was measured on. Completeness: cells that hold
 * something. Validity: values that fit the form that their field shows or is named after. Uniqueness: rows told apart by
 * the best key candidate. Consistency: values of their field's usual kind.
 */
public record DataQuality(Measure completeness, Measure validity, Measure uniqueness, Measure consistency, long rows) {

    public static DataQuality of(RowsProfile profile) {
        return new QualityMeasure(profile).measure();
    }

    /** The quality of several sets of rows together, each value counting once. */
    public DataQuality plus(DataQuality other) {
        return new DataQuality(
                completeness.plus(other.completeness),
                validity.plus(other.validity),
                uniqueness.plus(other.uniqueness),
                consistency.plus(other.consistency),
                rows + other.rows);
    }

    /** How many of how many. */
    public record Measure(double good, long of) {

        public static final Measure NONE = new Measure(0, 0);

        /** Rounded to one digit; of nothing, nothing is bad. */
        public double percent() {
            double share = of == 0 ? 100 : 100 * good / of;
            return BigDecimal.valueOf(share).setScale(1, RoundingMode.HALF_UP).doubleValue();
        }

        Measure plus(Measure other) {
            return new Measure(good + other.good, of + other.of);
        }
    }
}
