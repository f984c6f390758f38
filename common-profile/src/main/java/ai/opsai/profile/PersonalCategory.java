package ai.opsai.profile;

import java.util.Locale;

/** Kinds of data about people, as data protection law tells them apart. */
public enum PersonalCategory {
    EMAIL,
    PHONE,
    NAME,
    ADDRESS,
    BIRTH_DATE,
    IP_ADDRESS,
    BANK_ACCOUNT,
    PAYMENT_CARD,
    GOVERNMENT_ID,
    HEALTH,
    GENDER,
    LOCATION,
    ONLINE_ID;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
