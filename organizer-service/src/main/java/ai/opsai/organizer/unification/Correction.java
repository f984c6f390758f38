package ai.opsai.organizer.unification;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person's correction; it wins over engine and model. Targets: {@code {"entity", "field"?}} for a rename,
 * {@code {"entity", "members": [{"connectionId","provider","entity","id"}, ...]}} for merging or splitting records, either
 * of them or {@code {"from","field","to"}} for confirming or rejecting a link or a relationship.
 */
public record Correction(
        String id, Kind kind, JsonNode target, @Nullable JsonNode value) {

    /** What a person can correct. */
    public enum Kind {
        RENAME,
        MERGE,
        SPLIT,
        CONFIRM,
        REJECT
    }
}
