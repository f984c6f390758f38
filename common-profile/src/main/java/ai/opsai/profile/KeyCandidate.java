package ai.opsai.profile;

/**
 * A field that could be the key: always filled, never repeated in the rows seen. {@code duplicatesUpTo} is the rule of
 * three: the share of duplicates that could still hide among rows nobody has read.
 */
public record KeyCandidate(FieldPath path, long seen, double duplicatesUpTo) {}
