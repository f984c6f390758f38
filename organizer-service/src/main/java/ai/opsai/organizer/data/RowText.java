package ai.opsai.organizer.data;

import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values in the text format of COPY. PostgreSQL takes no NUL character, neither in text nor in jsonb: it is dropped. */
final class RowText {

    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final JsonMapper json;

    RowText(JsonMapper json) {
        this.json = json;
    }

    String of(ObjectNode value) {
        String text = json.writeValueAsString(value);
        return escaped(text.contains("\\u0000") ? ESCAPED_NUL.matcher(text).replaceAll("$1") : text);
    }

    String of(String value) {
        return escaped(value.replace("\0", ""));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
