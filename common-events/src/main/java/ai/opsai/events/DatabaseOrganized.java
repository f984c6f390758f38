package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's database was designed and filled. Inputs, overrides and decisions are all that the pure engine needs to
 * produce the same tables again.
 *
 * @param durations milliseconds by step
 */
public record DatabaseOrganized(
        UUID requestId,
        int schemaVersion,
        boolean changed,
        String fingerprint,
        Map<UUID, Long> inputs,
        long overridesVersion,
        String engineVersion,
        List<ModelDecision> decisions,
        Map<String, Long> counts,
        List<MissingSample> missing,
        String engine,
        @Nullable String engineReason,
        Map<String, Long> durations)
        implements Event {
    public DatabaseOrganized {
        requireNonNull(requestId, "requestId");
        requireNonNull(fingerprint, "fingerprint");
        inputs = Map.copyOf(inputs);
        requireNonNull(engineVersion, "engineVersion");
        decisions = List.copyOf(decisions);
        counts = Map.copyOf(counts);
        missing = List.copyOf(missing);
        requireNonNull(engine, "engine");
        durations = Map.copyOf(durations);
    }
}
