package ai.opsai.auth.provider;

/** Whose data a token opens: the provider's own id, and the name that people know it by. */
public record Account(String id, String label) {}
