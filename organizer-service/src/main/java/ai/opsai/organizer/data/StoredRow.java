package ai.opsai.organizer.data;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One organized row; a unified one belongs to no connection. */
public record StoredRow(
        String entityType,
        String entityId,
        @Nullable UUID connectionId,
        JsonNode data,
        JsonNode provenance,
        int schemaVersion,
        Instant updatedAt) {}
