package ai.opsai.profile;

/** What the values of a field say about a category of personal data. */
final class PersonalValues {

    private PersonalValues() {}

    /** Between 0 and 1: how telling the form is, times what the number of values allows to say. */
    static double evidence(PersonalCategory category, ValueProfile values, ValueDetail detail) {
        return switch (category) {
            case EMAIL -> 0.95 * formed(values.count(Format.EMAIL), values);
            case IP_ADDRESS -> 0.9 * formed(detail.count(Trait.IP_ADDRESS), values);
            case BANK_ACCOUNT -> 0.95 * formed(detail.count(Trait.IBAN), values);
            case PAYMENT_CARD -> 0.8 * formed(detail.count(Trait.CARD_NUMBER), values);
            case GOVERNMENT_ID -> 0.6 * formed(detail.count(Trait.SOCIAL_SECURITY_NUMBER), values);
            // Any long number may look like one of these.
            case PHONE -> 0.4 * formed(values.count(Format.PHONE), values);
            case NAME, ADDRESS, BIRTH_DATE, HEALTH, GENDER, LOCATION, ONLINE_ID -> 0;
        };
    }

    private static double formed(long count, ValueProfile values) {
        return Confidence.of((double) count / values.scalars(), values.scalars());
    }

    /** Whether the values are at least of the right kind for what the name says. */
    static boolean allow(PersonalCategory category, ValueProfile values) {
        return switch (category) {
            case EMAIL -> values.count(Format.EMAIL) > 0;
            case PHONE -> 2 * (values.count(Format.PHONE) + values.numbersSeen()) >= values.scalars();
            case BIRTH_DATE -> values.count(Format.DATE) + values.count(Format.TIMESTAMP) + values.numbersSeen() > 0;
            case NAME, ADDRESS, ONLINE_ID -> values.texts() == values.scalars() && values.share(Format.URL) < 0.5;
            case GENDER -> values.distinct().count() <= 32;
            case LOCATION -> values.count(JsonKind.DECIMAL) + values.count(Format.DECIMAL_TEXT) > 0;
            case IP_ADDRESS, BANK_ACCOUNT, PAYMENT_CARD, GOVERNMENT_ID, HEALTH -> true;
        };
    }
}
