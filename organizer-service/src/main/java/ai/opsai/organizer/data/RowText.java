package ai.opsai.organizer.data;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values in the text format of COPY. */
final class RowText {

    private final JsonMapper json;

    RowText(JsonMapper json) {
        this.json = json;
    }

    String of(ObjectNode value) {
        return of(json.writeValueAsString(value));
    }

    String of(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
