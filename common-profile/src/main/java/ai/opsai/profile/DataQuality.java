package ai.opsai.profile;

/**
 * The quality of rows in percent, each number with one meaning. Completeness: cells that hold something. Validity: filled
 * values of fields with a recognised meaning that fit it. Uniqueness: rows told apart by the best key candidate.
 * Consistency: filled values of the field's usual kind. All are made from the rows read, {@code rows} of them.
 */
public record DataQuality(double completeness, double validity, double uniqueness, double consistency, long rows) {

    public static DataQuality of(RowsProfile profile) {
        return new QualityMeasure(profile).measure();
    }
}
