package ai.opsai.auth.provider;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with names in braces, such as {@code https://{shop}.example}. A name without a value stays as it is. */
public final class Templates {

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    private Templates() {}

    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        NAME.matcher(text).results().forEach(result -> names.add(result.group(1)));
        return names;
    }

    public static String fill(String text, Map<String, String> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    static String fill(String text, Map<String, String> values, UnaryOperator<String> form) {
        return NAME.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : form.apply(value));
        });
    }
}
