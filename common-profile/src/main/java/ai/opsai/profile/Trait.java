package ai.opsai.profile;

/** What a value may be besides its {@link Format}; told by its own check digits or its full form. */
public enum Trait {
    IP_ADDRESS,
    IBAN,
    CARD_NUMBER,
    SOCIAL_SECURITY_NUMBER,
    JSON_TEXT
}
