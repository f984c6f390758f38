package ai.opsai.sampler.label;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the names of fields in a schema that {@link LabelSchema} wrote. */
public record FieldTitles(@Nullable JsonNode schema) {

    public static final FieldTitles NONE = new FieldTitles(null);

    /** The name of the field at these keys; empty where it has none. */
    public String of(List<String> keys) {
        JsonNode place = schema;
        for (String key : keys) {
            place = place == null ? null : place.path("properties").get(key);
        }
        return place == null ? "" : place.path("title").asString("");
    }
}
