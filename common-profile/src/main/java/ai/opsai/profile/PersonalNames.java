package ai.opsai.profile;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words of a field's name say about personal data. A phrase counts when all of its words are there. */
final class PersonalNames {

    private static final Map<PersonalCategory, List<Set<String>>> PHRASES = Map.ofEntries(
            Map.entry(PersonalCategory.EMAIL, phrases("email", "e mail", "mail", "emails")),
            Map.entry(
                    PersonalCategory.PHONE,
                    phrases("phone", "mobile", "telephone", "tel", "fax", "whatsapp", "mobilephone", "msisdn")),
            Map.entry(
                    PersonalCategory.NAME,
                    phrases(
                            "first name",
                            "last name",
                            "given name",
                            "family name",
                            "full name",
                            "middle name",
                            "display name",
                            "real name",
                            "nick name",
                            "maiden name",
                            "firstname",
                            "lastname",
                            "fullname",
                            "surname",
                            "nickname",
                            "forename",
                            "cardholder name",
                            "contact name",
                            "person name")),
            Map.entry(
                    PersonalCategory.ADDRESS,
                    phrases(
                            "street",
                            "zip",
                            "zipcode",
                            "postcode",
                            "postal code",
                            "address line",
                            "address 1",
                            "line1",
                            "line2",
                            "address1",
                            "address2",
                            "house number",
                            "home address",
                            "billing address",
                            "shipping address",
                            "mailing address")),
            Map.entry(
                    PersonalCategory.BIRTH_DATE,
                    phrases("birth date", "birthdate", "birthday", "birth day", "date birth", "dob", "date of birth")),
            Map.entry(
                    PersonalCategory.IP_ADDRESS, phrases("ip", "ip address", "ipaddress", "remote addr", "client ip")),
            Map.entry(
                    PersonalCategory.BANK_ACCOUNT,
                    phrases("iban", "bank account", "account number", "routing number", "sort code", "bic", "swift")),
            Map.entry(
                    PersonalCategory.PAYMENT_CARD,
                    phrases("card number", "credit card", "pan", "cvc", "cvv", "last4", "card last4")),
            Map.entry(
                    PersonalCategory.GOVERNMENT_ID,
                    phrases(
                            "ssn",
                            "social security",
                            "passport",
                            "national id",
                            "tax id",
                            "driver license",
                            "driving licence",
                            "identity card",
                            "personal id",
                            "nino",
                            "cpf",
                            "citizen id")),
            Map.entry(
                    PersonalCategory.HEALTH,
                    phrases(
                            "diagnosis",
                            "health",
                            "medical",
                            "medication",
                            "allergy",
                            "allergies",
                            "blood type",
                            "disability",
                            "patient",
                            "symptoms",
                            "treatment",
                            "pregnant",
                            "vaccination",
                            "prescription")),
            Map.entry(PersonalCategory.GENDER, phrases("gender", "sex", "pronouns", "salutation")),
            Map.entry(PersonalCategory.LOCATION, phrases("latitude", "longitude", "lat", "lng", "lon", "geo location")),
            Map.entry(
                    PersonalCategory.ONLINE_ID,
                    phrases("login", "username", "user name", "handle", "screen name", "twitter username", "skype")));

    private PersonalNames() {}

    static Set<PersonalCategory> of(List<String> words) {
        Set<String> all = new HashSet<>(words);
        EnumSet<PersonalCategory> found = EnumSet.noneOf(PersonalCategory.class);
        PHRASES.forEach((category, phrases) -> {
            if (phrases.stream().anyMatch(all::containsAll)) {
                found.add(category);
            }
        });
        return found;
    }

    /** How telling such a name is by itself. */
    static double weight(PersonalCategory category) {
        return switch (category) {
            case EMAIL, PHONE, NAME, BIRTH_DATE, GENDER -> 0.8;
            case ADDRESS, ONLINE_ID, GOVERNMENT_ID, BANK_ACCOUNT -> 0.7;
            case IP_ADDRESS, PAYMENT_CARD, HEALTH, LOCATION -> 0.6;
        };
    }

    private static List<Set<String>> phrases(String... phrases) {
        return List.of(phrases).stream()
                .map(phrase -> Set.of(phrase.split(" ")))
                .toList();
    }
}
