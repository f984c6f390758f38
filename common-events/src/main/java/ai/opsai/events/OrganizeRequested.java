package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Design and fill the tenant's database from these sample versions, or from what there is when they don't come. */
public record OrganizeRequested(UUID requestId, Map<UUID, Long> expected, Instant requestedAt) implements Event {
    public OrganizeRequested {
        requireNonNull(requestId, "requestId");
        expected = Map.copyOf(expected);
        requireNonNull(requestedAt, "requestedAt");
    }
}
