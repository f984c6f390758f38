package ai.opsai.organizer.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One version of a tenant's design as it was stored. */
public record StoredSchema(
        int version,
        String fingerprint,
        String engine,
        @Nullable String engineReason,
        Instant createdAt,
        JsonNode entities,
        JsonNode relationships,
        String ddl) {}
