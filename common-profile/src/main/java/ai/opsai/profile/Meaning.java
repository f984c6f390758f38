package ai.opsai.profile;

/**
 * A semantic type with the share of values that bear it out and the number of values looked at. No value speaks against
 * it where support is 1; how many unseen ones still could is the rule of three, 3 / seen.
 */
public record Meaning(SemanticType type, double support, long seen) {}
