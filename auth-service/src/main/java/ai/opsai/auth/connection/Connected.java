package ai.opsai.auth.connection;

import java.util.UUID;

/** A connection that became active, and the operation of its first sample. */
public record Connected(UUID connectionId, UUID sampleOperationId) {}
