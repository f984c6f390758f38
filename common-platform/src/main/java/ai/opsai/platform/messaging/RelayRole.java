package ai.opsai.platform.messaging;

/** The database role of the service's outbox relay: it may read and delete the outbox, and nothing else. */
public record RelayRole(String name) {}
