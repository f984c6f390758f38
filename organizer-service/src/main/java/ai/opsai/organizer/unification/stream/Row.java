package ai.opsai.organizer.unification.stream;

import ai.opsai.organizer.unification.Values;
import ai.opsai.profile.FieldPath;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A row as one connection gave it. */
public record Row(UUID connectionId, long sampleVersion, ObjectNode json) {

    /** Everything that stands at the path, nulls left out. */
    public List<JsonNode> all(FieldPath path) {
        return Values.at(json, path);
    }

    /** The canonical text of the first filled scalar at the path. */
    public @Nullable String text(FieldPath path) {
        return Values.text(json, path);
    }
}
