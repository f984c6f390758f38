package ai.opsai.organizer.unification.matching;

import ai.opsai.organizer.unification.shape.FieldType;
import ai.opsai.profile.Format;
import ai.opsai.profile.ValueProfile;

/** The broad class of a field's values. Fields of different classes never match: that is a veto, not a score. */
enum ValueClass {
    TIME,
    NUMBER,
    FLAG,
    EMAIL,
    ADDRESS,
    TEXT,
    UNKNOWN;

    static ValueClass of(FieldType type, ValueProfile values) {
        if (type.meaning() != null) {
            return switch (type.meaning().type()) {
                case TIMESTAMP, DATE, EPOCH_SECONDS, EPOCH_MILLIS -> TIME;
                case MONEY, DECIMAL_STRING, PERCENT -> NUMBER;
                case EMAIL -> EMAIL;
                case URL -> ADDRESS;
                case UUID, ENUM, CURRENCY, COUNTRY, LANGUAGE, TIMEZONE, PHONE, HASH, HTML, DOMAIN, ID -> TEXT;
            };
        }
        return switch (type.plain()) {
            case BOOLEAN -> FLAG;
            case INTEGER, NUMBER -> NUMBER;
            case DATE, TIMESTAMP -> TIME;
            case UNKNOWN -> UNKNOWN;
            case STRING, UUID, ARRAY, OBJECT, MAP, JSON ->
                values.share(Format.INTEGER_TEXT) + values.share(Format.DECIMAL_TEXT) == 1 ? NUMBER : TEXT;
        };
    }

    boolean mayMatch(ValueClass other) {
        return this == other || this == UNKNOWN || other == UNKNOWN;
    }
}
