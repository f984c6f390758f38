package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.Event;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.organizer.data.OrganizedRows;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Ends a run: tables, outcome and the event that tells of it in the transaction of the caller, with one time for all. A
 * repeated run takes the time of its event and publishes nothing.
 */
@Component
final class RunEnd {

    private final RunTable runs;
    private final RunWriter writer;
    private final RunReports reports;
    private final OrganizedRows rows;
    private final Publisher publisher;

    RunEnd(RunTable runs, RunWriter writer, RunReports reports, OrganizedRows rows, Publisher publisher) {
        this.runs = runs;
        this.writer = writer;
        this.reports = reports;
        this.rows = rows;
        this.publisher = publisher;
    }

    /** Empty when the run ended otherwise meanwhile. */
    Optional<DatabaseOrganized> organized(Work work, Design design, Map<String, Long> durations) {
        return open(work.run()).map(run -> {
            Instant at = publisher.time(run);
            DatabaseOrganized event = writer.write(work, design, at, durations);
            runs.done(run.key().requestId(), reports.answer(event), at);
            publisher.publish(run, event, at);
            return event;
        });
    }

    void failed(OrganizeRun of, String code, String message) {
        open(of).ifPresent(run -> {
            Instant at = publisher.time(run);
            if (code.equals("no_samples")) {
                rows.clear();
            }
            runs.failed(run.key().requestId(), code, message, at);
            publisher.publish(run, new OrganizeFailed(run.key().requestId(), code, message), at);
        });
    }

    private Optional<OrganizeRun> open(OrganizeRun run) {
        return runs.lock(run.key().requestId()).filter(now -> !now.state().isOver());
    }

    /** Publishes what these tables are the first to know. */
    @Component
    static final class Publisher {

        private final Outbox outbox;
        private final EventFactory events;
        private final Clock clock;

        Publisher(Outbox outbox, EventFactory events, Clock clock) {
            this.outbox = outbox;
            this.events = events;
            this.clock = clock;
        }

        /** In microseconds, as PostgreSQL keeps it. */
        Instant time(OrganizeRun run) {
            return run.outcome() == null
                    ? clock.instant().truncatedTo(ChronoUnit.MICROS)
                    : run.outcome().at();
        }

        void publish(OrganizeRun run, Event event, Instant at) {
            if (run.outcome() == null) {
                outbox.append(events.event(
                        run.key().tenantId(),
                        run.key().requestId(),
                        event,
                        run.correlationId(),
                        run.causationId(),
                        at));
            }
        }
    }
}
