package ai.opsai.sampler.label;

import ai.opsai.sampler.provider.LabelRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field's key as rows hold it, the name that people gave it, and the names of its choices by their values.
 *
 * @param key a text or a number
 * @param options empty where it has no choices, or more than {@value #OPTIONS}
 */
public record FieldLabel(Object key, String title, Map<Object, String> options) {

    static final int OPTIONS = 50;
    private static final int LONGEST_KEY = 256;

    /** What a definition says; empty where it lacks a key or a name. */
    public static Optional<FieldLabel> of(LabelRule rule, Map<String, @Nullable Object> definition) {
        Object key = key(at(definition, rule.key()));
        String title = title(at(definition, rule.label()));
        return key == null || title.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldLabel(key, title, options(rule.options(), definition)));
    }

    private static Map<Object, String> options(LabelRule.@Nullable Options rule, Map<String, ?> definition) {
        if (rule == null || !(at(definition, rule.at()) instanceof List<?> list) || list.size() > OPTIONS) {
            return Map.of();
        }
        var options = new LinkedHashMap<Object, String>();
        for (Object option : list) {
            Object value = key(at(option, rule.key()));
            String title = title(at(option, rule.label()));
            if (value != null && !title.isEmpty()) {
                options.putIfAbsent(value, title);
            }
        }
        return options;
    }

    private static @Nullable Object key(@Nullable Object value) {
        return switch (value) {
            case String text when !text.isBlank() && text.length() <= LONGEST_KEY -> text;
            case Number number -> number;
            case null, default -> null;
        };
    }

    private static String title(@Nullable Object value) {
        return value instanceof String text ? LabelText.of(text) : "";
    }

    private static @Nullable Object at(@Nullable Object value, List<String> path) {
        Object current = value;
        for (String step : path) {
            current = current instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return current;
    }
}
