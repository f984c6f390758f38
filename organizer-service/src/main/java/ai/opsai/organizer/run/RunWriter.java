package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.organizer.data.Identities;
import ai.opsai.organizer.data.OrganizedRows;
import ai.opsai.organizer.schema.OrganizedStates;
import ai.opsai.organizer.schema.Origin;
import ai.opsai.organizer.schema.Schemas;
import ai.opsai.organizer.schema.StoredVersion;
import ai.opsai.organizer.unification.EngineResult;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a design into the tenant's tables; the caller brings the transaction. */
@Component
final class RunWriter {

    private final Schemas schemas;
    private final OrganizedRows rows;
    private final Identities identities;
    private final OrganizedStates states;
    private final RunReports reports;

    RunWriter(Schemas schemas, OrganizedRows rows, Identities identities, OrganizedStates states, RunReports reports) {
        this.schemas = schemas;
        this.rows = rows;
        this.identities = identities;
        this.states = states;
        this.reports = reports;
    }

    /** Writes everything that carries the time {@code at}; answers the event that tells of it. */
    DatabaseOrganized write(Work work, Design design, Instant at, Map<String, Long> durations) {
        String tenantId = work.run().key().tenantId();
        EngineResult result = design.result();
        Origin origin = origin(work, design, at);
        StoredVersion stored = schemas.store(tenantId, result, origin);
        identities.replace(tenantId, result.identities(), result.redirects(), stored.version());
        rows.replace(tenantId, result.rows(), stored.version(), at);
        states.store(tenantId, stored.version(), origin, reports.report(result));
        reports.storeProposals(work.run().key(), design.judged());
        return new DatabaseOrganized(
                origin.requestId(),
                stored.version(),
                stored.changed(),
                stored.fingerprint(),
                origin.inputs(),
                origin.overridesVersion(),
                origin.engineVersion(),
                origin.decisions(),
                result.counts(),
                work.missing(),
                origin.engine(),
                origin.engineReason(),
                durations);
    }

    private static Origin origin(Work work, Design design, Instant at) {
        return new Origin(
                work.run().key().requestId(),
                work.inputs(),
                work.overridesVersion(),
                design.engineVersion(),
                design.decisions(),
                design.engine(),
                design.engineReason(),
                at);
    }
}
