package ai.opsai.profile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises the formats of one scalar. Strict: a value has a format only when all of it does. */
final class Formats {

    private static final int LONGEST_TOKEN = 200;
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s,;<>\"()]+@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*)\\.\\p{L}{2,}");
    private static final Pattern URL =
            Pattern.compile("(?:https?|ftp|git|ssh|svn|wss?)://[^\\s]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile(
            "[T ][0-2]\\d:[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?\\s?(?:Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d*)\\.\\d+");
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:[-_][A-Za-z]{2,4})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9()\\-. /x]{5,24}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern HTML = Pattern.compile("(?s).*<(?:/?[a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]*)?/?>.*");
    private static final Pattern DOMAIN = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
    private static final Pattern PERCENT = Pattern.compile("-?\\d+(?:\\.\\d+)?\\s?%");
    private static final Pattern PREFIXED = Pattern.compile("[A-Za-z]{1,12}_(?:[a-z]+_)?[A-Za-z0-9]{2,}|gid://\\S+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_.:/-]{1,40}");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());
    private static final BigDecimal EPOCH_FROM = new BigDecimal("946684800");
    private static final BigDecimal EPOCH_TO = new BigDecimal("4102444800");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private Formats() {}

    static Set<Format> ofNumber(BigDecimal number) {
        EnumSet<Format> formats = EnumSet.noneOf(Format.class);
        epochs(number, formats);
        return formats;
    }

    static Set<Format> ofText(String text) {
        EnumSet<Format> formats = EnumSet.noneOf(Format.class);
        if (text.indexOf('<') >= 0 && HTML.matcher(text).matches()) {
            formats.add(Format.HTML);
        }
        if (text.length() > LONGEST_TOKEN) {
            if (URL.matcher(text).matches()) {
                formats.add(Format.URL);
            }
            return formats;
        }
        char first = text.charAt(0);
        if (isDigit(first) || first == '-' || first == '+' || first == '(') {
            numbers(text, formats);
            dates(text, formats);
        }
        identifiers(text, formats);
        codes(text, formats);
        return formats;
    }

    private static void numbers(String text, Set<Format> formats) {
        if (INTEGER.matcher(text).matches()) {
            formats.add(Format.INTEGER_TEXT);
            if (text.length() <= 15) {
                epochs(new BigDecimal(text), formats);
            }
        } else if (DECIMAL.matcher(text).matches()) {
            formats.add(Format.DECIMAL_TEXT);
        } else if (LEADING_ZERO.matcher(text).matches()) {
            formats.add(Format.LEADING_ZERO);
        } else if (PERCENT.matcher(text).matches()) {
            formats.add(Format.PERCENT);
        }
        if (PHONE.matcher(text).matches() && isPhone(text)) {
            formats.add(Format.PHONE);
        }
    }

    private static boolean isPhone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= 7
                && digits <= 15
                && !isDate(text)
                && !DECIMAL.matcher(text).matches();
    }

    private static void epochs(BigDecimal number, Set<Format> formats) {
        if (number.compareTo(EPOCH_FROM) >= 0 && number.compareTo(EPOCH_TO) <= 0) {
            formats.add(Format.EPOCH_SECONDS);
        } else if (number.compareTo(EPOCH_FROM.multiply(THOUSAND)) >= 0
                && number.compareTo(EPOCH_TO.multiply(THOUSAND)) <= 0) {
            formats.add(Format.EPOCH_MILLIS);
        }
    }

    private static void dates(String text, Set<Format> formats) {
        if (text.length() == 10 && isDate(text)) {
            formats.add(Format.DATE);
        } else if (text.length() >= 16
                && isDate(text.substring(0, 10))
                && TIME.matcher(text).region(10, text.length()).matches()) {
            formats.add(Format.TIMESTAMP);
        }
    }

    private static boolean isDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static void identifiers(String text, Set<Format> formats) {
        if (text.indexOf('@') > 0 && EMAIL.matcher(text).matches()) {
            formats.add(Format.EMAIL);
        } else if (text.indexOf("://") > 0 && URL.matcher(text).matches()) {
            formats.add(Format.URL);
        } else if (text.length() == 36 && UUID.matcher(text).matches()) {
            formats.add(Format.UUID);
        } else if (text.indexOf('.') > 0 && DOMAIN.matcher(text).matches()) {
            formats.add(Format.DOMAIN);
        } else if (text.length() >= 32 && HASH.matcher(text).matches()) {
            formats.add(Format.HASH);
        }
        if (PREFIXED.matcher(text).matches() && text.chars().anyMatch(c -> isDigit(c) || Character.isUpperCase(c))) {
            formats.add(Format.PREFIXED_ID);
        }
    }

    private static void codes(String text, Set<Format> formats) {
        int length = text.length();
        if (length <= 40 && TOKEN.matcher(text).matches()) {
            formats.add(Format.CODE_TOKEN);
        }
        if (length == 3 && CURRENCIES.contains(text.toUpperCase(Locale.ROOT)) && sameCase(text)) {
            formats.add(Format.CURRENCY);
        }
        if (length == 2 && COUNTRIES.contains(text.toUpperCase(Locale.ROOT)) && sameCase(text)) {
            formats.add(Format.COUNTRY);
        }
        if (length <= 7 && LANGUAGE.matcher(text).matches() && LANGUAGES.contains(text.substring(0, 2))) {
            formats.add(Format.LANGUAGE);
        }
        if (text.equals("true") || text.equals("false")) {
            formats.add(Format.BOOLEAN_TEXT);
        }
        if ((text.indexOf('/') > 0 || text.equals("UTC") || text.equals("GMT"))
                && ZoneId.getAvailableZoneIds().contains(text)) {
            formats.add(Format.TIMEZONE);
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean sameCase(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
    }
}
