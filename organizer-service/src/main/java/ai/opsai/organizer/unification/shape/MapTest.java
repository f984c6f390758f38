package ai.opsai.organizer.unification.shape;

import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.RowsProfile;
import ai.opsai.profile.ValueProfile;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells objects whose keys are data from objects whose keys are names. The keys of a map look like ids, dates, currencies
 * or languages, or are many of which each object has few; and their values are all of one kind.
 */
final class MapTest {

    private static final int MANY_KEYS = 20;
    private static final double RARELY_THERE = 0.1;
    private static final Pattern ID = Pattern.compile(
            "\\d+|[0-9a-fA-F-]{32,36}|[a-z]{2,8}_[A-Za-z0-9]*\\d[A-Za-z0-9]*|(?=[A-Z0-9]*\\d)[A-Z][A-Z0-9]{7,}|\\d{4}-\\d{2}(?:-\\d{2})?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:[-_][A-Za-z]{2,4})?");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private MapTest() {}

    static boolean isMap(RowsProfile profile, FieldPath object) {
        List<FieldPath> children = profile.children(object);
        if (children.isEmpty() || !alike(profile, children)) {
            return false;
        }
        List<String> keys = children.stream().map(FieldPath::name).toList();
        return keys.stream().allMatch(key -> ID.matcher(key).matches())
                || (keys.size() >= 2 && (keys.stream().allMatch(MapTest::isCurrency) || areLanguages(keys)))
                || (keys.size() >= MANY_KEYS && rarelyThere(profile, object, children));
    }

    private static boolean isCurrency(String key) {
        return CURRENCIES.contains(key.toUpperCase(Locale.ROOT))
                && (key.equals(key.toUpperCase(Locale.ROOT)) || key.equals(key.toLowerCase(Locale.ROOT)));
    }

    /** Short words are language codes too ("id", "to"), so one region or a few codes are wanted. */
    private static boolean areLanguages(List<String> keys) {
        return keys.stream().allMatch(key -> LANGUAGE.matcher(key).matches() && LANGUAGES.contains(key.substring(0, 2)))
                && (keys.size() >= 3 || keys.contains("en"))
                && !keys.contains("id");
    }

    private static boolean rarelyThere(RowsProfile profile, FieldPath object, List<FieldPath> children) {
        long objects = profile.at(object).count(JsonKind.OBJECT);
        List<Long> presence = children.stream()
                .map(child -> profile.at(child).present())
                .sorted()
                .toList();
        return presence.get(presence.size() / 2) < RARELY_THERE * objects;
    }

    private static boolean alike(RowsProfile profile, List<FieldPath> children) {
        return children.stream()
                        .map(profile::at)
                        .filter(values -> values.filled() > 0)
                        .map(MapTest::kind)
                        .distinct()
                        .count()
                <= 1;
    }

    private static JsonKind kind(ValueProfile values) {
        return values.kinds().keySet().stream()
                .filter(kind -> kind != JsonKind.NULL)
                .map(kind -> kind == JsonKind.DECIMAL ? JsonKind.INTEGER : kind)
                .min(Enum::compareTo)
                .orElse(JsonKind.NULL);
    }
}
