package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A correction that was put, or with {@code removed} taken back. */
public record OverrideChange(
        String id,
        OverrideKind kind,
        ObjectNode target,
        @Nullable JsonNode value,
        boolean removed) {
    public OverrideChange {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(target, "target");
    }
}
