package ai.opsai.organizer.unification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON with sorted keys: equal content gives equal text, whatever the order in which it was written. The text is for comparing
 * and hashing, not for reading.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String text(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            writeObject(value, text);
        } else if (value.isArray()) {
            text.append('[');
            value.values().forEach(each -> {
                write(each, text);
                text.append(',');
            });
            text.append(']');
        } else if (value.isString()) {
            write(value.stringValue(), text);
        } else {
            text.append(value.asString("null"));
        }
    }

    /** The length in front makes the text unambiguous without escapes. */
    private static void write(String value, StringBuilder text) {
        text.append('"').append(value.length()).append(':').append(value);
    }

    private static void writeObject(JsonNode value, StringBuilder text) {
        text.append('{');
        for (String key : sorted(value)) {
            write(key, text);
            text.append('=');
            write(value.path(key), text);
            text.append(',');
        }
        text.append('}');
    }

    /** The same value with the keys of every object in it sorted. */
    public static JsonNode sortedCopy(JsonNode value) {
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            sorted(value).forEach(key -> copy.set(key, sortedCopy(value.path(key))));
            return copy;
        }
        if (value.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            value.values().forEach(each -> copy.add(sortedCopy(each)));
            return copy;
        }
        return value;
    }

    private static List<String> sorted(JsonNode object) {
        List<String> keys = new ArrayList<>(object.propertyNames());
        Collections.sort(keys);
        return keys;
    }
}
