package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.JsonNode;

/** A computed number together with its coverage; the value is never shown without it. */
public record Metric(JsonNode value, Coverage coverage) {
    public Metric {
        requireNonNull(value, "value");
        requireNonNull(coverage, "coverage");
    }
}
