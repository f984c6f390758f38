package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's ways to cut text. */
final class TextSplits {

    private TextSplits() {}

    static List<@Nullable Object> split(String text, @Nullable Object separator, int limit) {
        if (separator == null) {
            String stripped = limit < 0 ? text.strip() : text.stripLeading();
            return stripped.isEmpty()
                    ? new ArrayList<>()
                    : new ArrayList<>(Arrays.asList((Object[]) stripped.split("\\s+", limit < 0 ? 0 : limit + 1)));
        }
        String cut = nonEmpty(separator);
        var parts = new ArrayList<@Nullable Object>();
        int at = 0;
        int next;
        while ((limit < 0 || parts.size() < limit) && (next = text.indexOf(cut, at)) >= 0) {
            parts.add(text.substring(at, next));
            at = next + cut.length();
        }
        parts.add(text.substring(at));
        return parts;
    }

    static List<@Nullable Object> rsplit(String text, @Nullable Object separator, int limit) {
        if (separator == null || limit < 0) {
            return split(text, separator, limit);
        }
        String cut = nonEmpty(separator);
        var parts = new ArrayList<@Nullable Object>();
        int end = text.length();
        int next;
        while (parts.size() < limit && (next = text.substring(0, end).lastIndexOf(cut)) >= 0) {
            parts.addFirst(text.substring(next + cut.length(), end));
            end = next;
        }
        parts.addFirst(text.substring(0, end));
        return parts;
    }

    private static String nonEmpty(Object separator) {
        String cut = Texts.required(separator);
        if (cut.isEmpty()) {
            throw new ExpressionException("empty separator");
        }
        return cut;
    }

    static Tuple partition(String text, int at, String separator, boolean fromEnd) {
        if (at < 0) {
            return new Tuple(fromEnd ? List.of("", "", text) : List.of(text, "", ""));
        }
        return new Tuple(List.of(text.substring(0, at), separator, text.substring(at + separator.length())));
    }
}
