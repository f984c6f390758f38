package ai.opsai.profile;

import tools.jackson.databind.JsonNode;

/** What a JSON value is, with whole numbers told from others: 1 and 1.0 are one number but not one kind. */
public enum JsonKind {
    NULL,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    STRING,
    ARRAY,
    OBJECT;

    public static JsonKind of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return NULL;
        }
        if (value.isObject()) {
            return OBJECT;
        }
        if (value.isArray()) {
            return ARRAY;
        }
        if (value.isBoolean()) {
            return BOOLEAN;
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? INTEGER : DECIMAL;
        }
        return STRING;
    }

    public boolean isScalar() {
        return this == BOOLEAN || isNumber() || this == STRING;
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }
}
