package ai.opsai.organizer.schema;

import ai.opsai.events.ModelDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The state that a tenant's tables are in: what it was made from, and the report on how. */
public record OrganizedState(
        int schemaVersion,
        UUID requestId,
        Map<UUID, Long> inputs,
        long overridesVersion,
        String engineVersion,
        List<ModelDecision> decisions,
        ObjectNode report,
        Instant organizedAt) {}
