package ai.opsai.events;

import static java.util.Objects.requireNonNull;

/** A tenant's corrections changed; they take effect at the next run. */
public record OverridesChanged(long overridesVersion, OverrideChange change) implements Event {
    public OverridesChanged {
        requireNonNull(change, "change");
    }
}
