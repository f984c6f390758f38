package ai.opsai.organizer.schema;

/** The version that a result ended in, and whether it is a new one: only another design makes a new version. */
public record StoredVersion(int version, String fingerprint, boolean changed) {}
