package ai.opsai.profile;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Recognises the traits of one text. Strict: where there are check digits, they must be right. */
final class Traits {

    private static final int LONGEST_JSON = 8 * 1024;
    private static final Pattern IP4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IP6 = Pattern.compile(
            "(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?=.*::)(?!.*::.*::)(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}");
    private static final Pattern CARD = Pattern.compile("[3-6]\\d{3}(?:[ -]?\\d){9,15}");
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}");
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    private Traits() {}

    static Set<Trait> of(String text) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        if ((text.startsWith("{") || text.startsWith("[")) && isJson(text)) {
            traits.add(Trait.JSON_TEXT);
        }
        int length = text.length();
        if (length < 3 || length > 42) {
            return traits;
        }
        if (isAddress(text)) {
            traits.add(Trait.IP_ADDRESS);
        }
        if (Character.isDigit(text.charAt(2)) && IBAN.matcher(text).matches() && isIban(text.replace(" ", ""))) {
            traits.add(Trait.IBAN);
        }
        if (length >= 13 && CARD.matcher(text).matches() && isCard(text)) {
            traits.add(Trait.CARD_NUMBER);
        }
        if (length == 11 && SOCIAL_SECURITY.matcher(text).matches()) {
            traits.add(Trait.SOCIAL_SECURITY_NUMBER);
        }
        return traits;
    }

    private static boolean isAddress(String text) {
        return (text.indexOf('.') > 0 && IP4.matcher(text).matches())
                || (text.indexOf(':') >= 0 && IP6.matcher(text).matches());
    }

    /** ISO 13616: country and check digits moved to the end, letters as 10 to 35, the rest of 97 is 1. */
    private static boolean isIban(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
    }

    /** ISO/IEC 7812: the check digit of Luhn over 13 to 19 digits. */
    private static boolean isCard(String text) {
        int sum = 0;
        int count = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                int weighted = count++ % 2 == 0 ? digit : 2 * digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
        }
        return count >= 13 && count <= 19 && sum % 10 == 0;
    }

    private static boolean isJson(String text) {
        if (text.length() > LONGEST_JSON) {
            return false;
        }
        try {
            return JsonMapper.shared().readTree(text).isContainer();
        } catch (JacksonException _) {
            return false;
        }
    }
}
