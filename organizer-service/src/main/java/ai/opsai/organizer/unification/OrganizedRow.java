package ai.opsai.organizer.unification;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** One row of tenant_dynamic_data. Unified rows belong to no connection: theirs is {@link #NO_CONNECTION}. */
public record OrganizedRow(
        String entityType, UUID connectionId, String entityId, ObjectNode data, ObjectNode provenance) {

    public static final UUID NO_CONNECTION = new UUID(0, 0);
}
