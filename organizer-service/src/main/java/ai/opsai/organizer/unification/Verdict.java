package ai.opsai.organizer.unification;

/** What became of a proposal, and why, in a sentence that a person can read. */
public record Verdict(Proposal proposal, boolean accepted, String reason) {}
