package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/** One row as the provider gave it, and how it came into the sample. */
public record SampledRow(RowOrigin origin, ObjectNode data) {
    public SampledRow {
        requireNonNull(origin, "origin");
        requireNonNull(data, "data");
    }
}
