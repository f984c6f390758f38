package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Everything of the tenant is to be forgotten; published on all three topics, so that each consumer sees it in order. */
public record TenantErased(Instant erasedAt) implements Event {
    public TenantErased {
        requireNonNull(erasedAt, "erasedAt");
    }
}
