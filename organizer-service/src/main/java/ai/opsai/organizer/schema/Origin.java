package ai.opsai.organizer.schema;

import ai.opsai.events.ModelDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a result was made from; the same origin gives the same result again.
 *
 * @param at the time of the event that tells of the result
 */
public record Origin(
        UUID requestId,
        Map<UUID, Long> inputs,
        long overridesVersion,
        String engineVersion,
        List<ModelDecision> decisions,
        String engine,
        @Nullable String engineReason,
        Instant at) {

    public Origin {
        inputs = Map.copyOf(inputs);
        decisions = List.copyOf(decisions);
    }
}
