package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** An organize request ended without a database, for the reason given. */
public record OrganizeFailed(UUID requestId, String code, String message) implements Event {
    public OrganizeFailed {
        requireNonNull(requestId, "requestId");
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }
}
