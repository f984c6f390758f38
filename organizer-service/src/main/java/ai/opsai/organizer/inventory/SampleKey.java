package ai.opsai.organizer.inventory;

import java.util.UUID;

/** One sample of one connection. */
public record SampleKey(UUID connectionId, long version) {}
