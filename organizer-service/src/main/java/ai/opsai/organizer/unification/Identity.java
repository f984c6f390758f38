package ai.opsai.organizer.unification;

import java.util.UUID;

/** One member of one unified record, as tenant_identities stores it. {@code decidedBy} is {@code engine} or {@code user}. */
public record Identity(
        UUID unifiedId,
        String entity,
        String kind,
        RecordId member,
        double probability,
        String decidedBy,
        int firstSeenVersion) {}
