package ai.opsai.profile;

import java.util.Locale;

/** What the values of a field mean, beyond their plain type. */
public enum SemanticType {
    TIMESTAMP,
    DATE,
    EPOCH_SECONDS,
    EPOCH_MILLIS,
    URL,
    EMAIL,
    UUID,
    ENUM,
    DECIMAL_STRING,
    MONEY,
    CURRENCY,
    COUNTRY,
    LANGUAGE,
    TIMEZONE,
    PHONE,
    PERCENT,
    HASH,
    HTML,
    DOMAIN,
    ID;

    /** The name that schemas and reports use: {@code decimal_string}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
