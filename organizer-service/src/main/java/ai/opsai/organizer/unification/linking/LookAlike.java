package ai.opsai.organizer.unification.linking;

/** Two records that look alike and were not joined, with the reason. */
public record LookAlike(Pair pair, String reason) {}
