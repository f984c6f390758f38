package ai.opsai.organizer.unification.design;

/** The join of the type lattice: the narrowest type that holds what both hold. */
public final class SqlTypes {

    private SqlTypes() {}

    public static SqlType widest(SqlType left, SqlType right) {
        if (left == right) {
            return left;
        }
        if (left == SqlType.JSONB || right == SqlType.JSONB) {
            return SqlType.JSONB;
        }
        if (isNumber(left) && isNumber(right)) {
            return SqlType.NUMERIC;
        }
        if (isTime(left) && isTime(right)) {
            return SqlType.TIMESTAMPTZ;
        }
        return left == SqlType.TEXT || right == SqlType.TEXT ? SqlType.TEXT : SqlType.VARCHAR;
    }

    private static boolean isNumber(SqlType type) {
        return type == SqlType.BIGINT || type == SqlType.NUMERIC;
    }

    private static boolean isTime(SqlType type) {
        return type == SqlType.DATE || type == SqlType.TIMESTAMPTZ;
    }
}
