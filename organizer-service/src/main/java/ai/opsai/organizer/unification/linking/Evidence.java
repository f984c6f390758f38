package ai.opsai.organizer.unification.linking;

/** One reason for or against two records being one: a weight in log odds and a sentence. */
public record Evidence(double weight, String reason) {}
