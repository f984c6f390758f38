package ai.opsai.organizer.run;

import ai.opsai.organizer.data.Identities;
import ai.opsai.organizer.data.OrganizedRows;
import ai.opsai.organizer.override.Overrides;
import ai.opsai.organizer.schema.Schemas;
import org.springframework.stereotype.Component;

/** Removes all that runs of the current tenant made, and the runs: one that is at work finds itself gone and stops. */
@Component
public final class ResultErasure {

    private final RunTable runs;
    private final Schemas schemas;
    private final OrganizedRows rows;
    private final Identities identities;
    private final Overrides overrides;

    ResultErasure(RunTable runs, Schemas schemas, OrganizedRows rows, Identities identities, Overrides overrides) {
        this.runs = runs;
        this.schemas = schemas;
        this.rows = rows;
        this.identities = identities;
        this.overrides = overrides;
    }

    public void erase() {
        runs.erase(); // first: waits for a run that is just being written, whose rows are then seen below
        schemas.erase();
        rows.clear();
        identities.erase();
        overrides.erase();
    }
}
