package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** How far a run is: for live displays only, may be lost, is never replayed. */
public record OrganizeProgressed(String operation, UUID requestId, String step, long done, long total)
        implements Event {
    public OrganizeProgressed {
        requireNonNull(operation, "operation");
        requireNonNull(requestId, "requestId");
        requireNonNull(step, "step");
    }
}
