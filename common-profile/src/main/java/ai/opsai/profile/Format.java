package ai.opsai.profile;

/** The machine-written shapes that a scalar can have. One value may have several: 2020 is a number and could be a code. */
public enum Format {
    EMAIL,
    URL,
    UUID,
    TIMESTAMP,
    DATE,
    INTEGER_TEXT,
    DECIMAL_TEXT,
    LEADING_ZERO,
    BOOLEAN_TEXT,
    CURRENCY,
    COUNTRY,
    LANGUAGE,
    TIMEZONE,
    PHONE,
    HASH,
    HTML,
    DOMAIN,
    PERCENT,
    PREFIXED_ID,
    CODE_TOKEN,
    EPOCH_SECONDS,
    EPOCH_MILLIS
}
