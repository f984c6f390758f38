package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.OrganizeFailed;
import java.time.Instant;

/** How a run ended according to an event that was read back, and when: such a run is repeated, not done anew. */
sealed interface Outcome {

    Instant at();

    record Organized(DatabaseOrganized event, Instant at) implements Outcome {}

    record Failed(OrganizeFailed event, Instant at) implements Outcome {}
}
