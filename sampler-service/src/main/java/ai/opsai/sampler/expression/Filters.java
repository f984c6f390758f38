package ai.opsai.sampler.expression;

import org.jspecify.annotations.Nullable;

/** The filters after {@code |}, by what they work on. */
final class Filters {

    private Filters() {}

    static @Nullable Object apply(String name, @Nullable Object value, Arguments a) {
        return switch (name) {
            case "default", "d" -> otherwise(value, a);
            case "int" -> NumberFilters.integer(value, a);
            case "float" -> NumberFilters.real(value, a);
            case "abs" -> NumberFilters.absolute(value);
            case "round" -> NumberFilters.round(value, a);
            case "sum" -> NumberFilters.sum(value, a);
            case "string" -> TextFilters.string(value);
            case "lower" -> text(value).toLowerCase(java.util.Locale.ROOT);
            case "upper" -> text(value).toUpperCase(java.util.Locale.ROOT);
            case "title" -> TextMethods.title(text(value));
            case "capitalize" -> TextMethods.capitalize(text(value));
            case "trim" -> TextMethods.strip(text(value), a, true, true);
            case "replace" -> TextFilters.replace(text(value), a);
            case "truncate" -> TextFilters.truncate(text(value), a);
            case "urlencode" -> TextFilters.urlencode(value);
            case "tojson" -> TextFilters.safeJson(value);
            case "safe" -> text(value);
            case "escape", "e" -> TextFilters.escape(text(value));
            case "hash" -> Digests.hash(value, a);
            case "hmac" -> Digests.hmac(value, a);
            case "base64encode" -> Digests.encode(Texts.required(value));
            case "base64decode" -> Digests.decode(Texts.required(value));
            case "base64binascii_decode" -> Digests.encode(Texts.required(value));
            case "regex_search" -> TextFilters.search(Texts.required(value), a);
            case "regex_replace" -> TextFilters.regexReplace(Texts.required(value), a);
            default -> SequenceFilters.apply(name, value, a);
        };
    }

    private static @Nullable Object otherwise(@Nullable Object value, Arguments a) {
        boolean falsy = Truth.of(a.get(1, "boolean", false)) && !Truth.of(value);
        return value == Undefined.VALUE || falsy ? a.get(0, "default_value", "") : value;
    }

    private static String text(@Nullable Object value) {
        return Texts.str(value);
    }
}
