package ai.opsai.organizer.schema;

import java.time.Instant;

/** A version in the list of versions; {@code changes} counts what differs from the one before. */
public record VersionSummary(
        int version, String fingerprint, String engine, Instant createdAt, boolean breaking, int changes) {}
