package ai.opsai.organizer.run;

import java.time.Instant;

/** What there is to do for a run now. */
sealed interface Prepared {

    /** Nothing: it is over, or its tenant was erased. */
    record Over() implements Prepared {}

    record Later(OrganizeRun run, Instant at) implements Prepared {}

    record Failure(OrganizeRun run, String code, String message) implements Prepared {}

    record Ready(Work work) implements Prepared {}
}
