package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Python's methods of text. */
final class TextMethods {

    private TextMethods() {}

    static @Nullable Callable named(String text, String name) {
        return switch (name) {
            case "split" ->
                a -> TextSplits.split(text, a.get(0, "sep", null), Numbers.index(a.get(1, "maxsplit", -1L)));
            case "rsplit" ->
                a -> TextSplits.rsplit(text, a.get(0, "sep", null), Numbers.index(a.get(1, "maxsplit", -1L)));
            case "splitlines" ->
                a -> new ArrayList<@Nullable Object>(text.lines().toList());
            case "join" -> a -> join(text, a.get(0, "iterable"));
            case "replace" -> a -> replace(text, a);
            case "strip" -> a -> strip(text, a, true, true);
            case "lstrip" -> a -> strip(text, a, true, false);
            case "rstrip" -> a -> strip(text, a, false, true);
            case "lower", "casefold" -> a -> text.toLowerCase(Locale.ROOT);
            case "upper" -> a -> text.toUpperCase(Locale.ROOT);
            case "title" -> a -> title(text);
            case "capitalize" -> a -> capitalize(text);
            case "startswith" -> a -> any(a.get(0, "prefix"), text::startsWith);
            case "endswith" -> a -> any(a.get(0, "suffix"), text::endsWith);
            case "removeprefix" ->
                a -> text.startsWith(a.text(0, "prefix"))
                        ? text.substring(a.text(0, "prefix").length())
                        : text;
            case "removesuffix" ->
                a -> text.endsWith(a.text(0, "suffix"))
                        ? text.substring(0, text.length() - a.text(0, "suffix").length())
                        : text;
            case "find" -> a -> (long) text.indexOf(a.text(0, "sub"));
            case "rfind" -> a -> (long) text.lastIndexOf(a.text(0, "sub"));
            case "index" -> a -> index(text, a.text(0, "sub"));
            case "count" -> a -> count(text, a.text(0, "sub"));
            case "format" -> a -> BraceFormat.apply(text, a);
            case "zfill" -> a -> zfill(text, Numbers.index(a.get(0, "width")));
            case "isdigit", "isnumeric", "isdecimal" -> a -> all(text, Character::isDigit);
            case "isalpha" -> a -> all(text, Character::isLetter);
            case "isalnum" -> a -> all(text, Character::isLetterOrDigit);
            case "isspace" -> a -> all(text, Character::isWhitespace);
            case "islower" ->
                a -> text.equals(text.toLowerCase(Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
            case "isupper" ->
                a -> text.equals(text.toUpperCase(Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
            case "partition" ->
                a -> TextSplits.partition(text, text.indexOf(a.text(0, "sep")), a.text(0, "sep"), false);
            case "rpartition" ->
                a -> TextSplits.partition(text, text.lastIndexOf(a.text(0, "sep")), a.text(0, "sep"), true);
            default -> null;
        };
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    private static boolean any(@Nullable Object affix, java.util.function.Predicate<String> test) {
        return affix instanceof Tuple(List<@Nullable Object> affixes)
                ? affixes.stream().map(Texts::required).anyMatch(test)
                : test.test(Texts.required(affix));
    }

    private static String join(String separator, @Nullable Object items) {
        return Sequences.items(items).stream().map(Texts::required).collect(Collectors.joining(separator));
    }

    private static String replace(String text, Arguments a) {
        String old = a.text(0, "old");
        String fresh = a.text(1, "new");
        int count = Numbers.index(a.get(2, "count", -1L));
        if (count < 0) {
            return text.replace(old, fresh);
        }
        String result = text;
        int from = 0;
        for (int i = 0; i < count && result.indexOf(old, from) >= 0; i++) {
            int at = result.indexOf(old, from);
            result = result.substring(0, at) + fresh + result.substring(at + old.length());
            from = at + fresh.length() + (old.isEmpty() ? 1 : 0);
        }
        return result;
    }

    static String strip(String text, Arguments a, boolean left, boolean right) {
        Object set = a.get(0, "chars", null);
        IntPredicate strips =
                set == null ? Character::isWhitespace : c -> Texts.required(set).indexOf(c) >= 0;
        int from = 0;
        int to = text.length();
        while (left && from < to && strips.test(text.charAt(from))) {
            from++;
        }
        while (right && to > from && strips.test(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static String title(String text) {
        var out = new StringBuilder();
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inside = Character.isLetter(c);
        }
        return out.toString();
    }

    static String capitalize(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Object index(String text, String part) {
        int at = text.indexOf(part);
        if (at < 0) {
            throw new ExpressionException("substring not found");
        }
        return (long) at;
    }

    private static Object count(String text, String part) {
        return part.isEmpty()
                ? text.length() + 1L
                : (text.length() - text.replace(part, "").length()) / (long) part.length();
    }

    private static String zfill(String text, int width) {
        int missing = Math.min(width, 1000) - text.length();
        if (missing <= 0) {
            return text;
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return signed ? text.charAt(0) + "0".repeat(missing) + text.substring(1) : "0".repeat(missing) + text;
    }
}
