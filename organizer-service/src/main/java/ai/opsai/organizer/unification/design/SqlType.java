package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.shape.FieldType;
import ai.opsai.profile.Range;
import ai.opsai.profile.ValueProfile;
import java.math.BigDecimal;

/** The PostgreSQL types that a design uses. Each holds every value that was seen; none is narrower for looks. */
public enum SqlType {
    UUID("UUID"),
    VARCHAR("VARCHAR(255)"),
    TEXT("TEXT"),
    BIGINT("BIGINT"),
    NUMERIC("NUMERIC"),
    BOOLEAN("BOOLEAN"),
    DATE("DATE"),
    TIMESTAMPTZ("TIMESTAMPTZ"),
    JSONB("JSONB");

    private static final BigDecimal VARCHAR_LENGTH = BigDecimal.valueOf(255);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String sql;

    SqlType(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }

    static SqlType of(FieldType type, ValueProfile values) {
        return switch (type.plain()) {
            case BOOLEAN -> BOOLEAN;
            case INTEGER -> integer(values);
            case NUMBER -> NUMERIC;
            case DATE -> DATE;
            case TIMESTAMP -> TIMESTAMPTZ;
            case UUID -> UUID;
            case ARRAY, OBJECT, MAP, JSON -> JSONB;
            case STRING, UNKNOWN -> text(values);
        };
    }

    private static SqlType integer(ValueProfile values) {
        Range range = values.numbers();
        boolean fits = range == null
                || (range.max().compareTo(LARGEST) <= 0 && range.min().compareTo(LARGEST.negate()) >= 0);
        return fits ? BIGINT : NUMERIC;
    }

    /** Texts of up to 100 characters get room for 255; longer ones have shown that they want more. */
    private static SqlType text(ValueProfile values) {
        Range lengths = values.lengths();
        return lengths == null || lengths.max().compareTo(VARCHAR_LENGTH.subtract(BigDecimal.valueOf(55))) <= 0
                ? VARCHAR
                : TEXT;
    }
}
