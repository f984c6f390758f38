package ai.opsai.profile;

import java.util.Locale;

/**
 * The types that a field can have, ordered by what each can hold: {@code nothing < boolean < int32 < int64 < decimal <
 * text < mixed} and {@code date < timestamp < text}. The type of merged profiles is the join of theirs, so that more rows
 * only ever widen it.
 */
public enum WideningType {
    NOTHING,
    BOOLEAN,
    INT32,
    INT64,
    DECIMAL,
    DATE,
    TIMESTAMP,
    TEXT,
    OBJECT,
    ARRAY,
    MIXED;

    /** The least type that holds the values of both. */
    public WideningType join(WideningType other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        if (this == NOTHING) {
            return other;
        }
        if (isComposite() || other.isComposite()) {
            return MIXED;
        }
        boolean oneKind = isNumber() == other.isNumber() && this != TEXT && other != TEXT;
        return oneKind ? (compareTo(other) > 0 ? this : other) : TEXT;
    }

    private boolean isComposite() {
        return this == OBJECT || this == ARRAY || this == MIXED;
    }

    private boolean isNumber() {
        return compareTo(DECIMAL) <= 0;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
