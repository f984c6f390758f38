package ai.opsai.organizer.unification.shape;

import java.util.Locale;

/** The plain type of a field: the narrowest that every value seen can be cast to. */
public enum PlainType {
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    DATE,
    TIMESTAMP,
    UUID,
    ARRAY,
    OBJECT,
    MAP,
    JSON,
    UNKNOWN;

    public String id() {
        return this == UNKNOWN ? "string" : name().toLowerCase(Locale.ROOT);
    }

    public boolean isTemporal() {
        return this == DATE || this == TIMESTAMP;
    }

    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }
}
