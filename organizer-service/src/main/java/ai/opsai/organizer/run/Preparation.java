package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.MissingSample;
import ai.opsai.organizer.inventory.Inventory;
import ai.opsai.organizer.rebuild.Rebuild;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Finds out what a run is to do, in one transaction of its tenant. */
@Component
final class Preparation {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final RunTable runs;
    private final Inventory inventory;
    private final Materials materials;
    private final Rebuild rebuild;
    private final Patience patience;

    Preparation(RunTable runs, Inventory inventory, Materials materials, Rebuild rebuild, Patience patience) {
        this.runs = runs;
        this.inventory = inventory;
        this.materials = materials;
        this.rebuild = rebuild;
        this.patience = patience;
    }

    Prepared prepare(RunKey key) {
        Optional<OrganizeRun> found =
                runs.lock(key.requestId()).filter(run -> !run.state().isOver());
        if (found.isEmpty()) {
            return new Prepared.Over();
        }
        OrganizeRun run = found.get();
        return switch (run.outcome()) {
            case null -> anew(run);
            case Outcome.Organized(DatabaseOrganized event, Instant _) -> again(run, event);
            case Outcome.Failed failed ->
                new Prepared.Failure(run, failed.event().code(), failed.event().message());
        };
    }

    private Prepared anew(OrganizeRun run) {
        Instant until = patience.until(run);
        InputChoice choice = InputChoice.of(run.expected(), inventory.stock(), patience.lastsUntil(until));
        return switch (choice) {
            case InputChoice.Wait() -> later(run, until);
            case InputChoice.NoSamples() ->
                new Prepared.Failure(
                        run, "no_samples", "No connection of this tenant has a sample yet: connect one first");
            case InputChoice.Ready(Map<UUID, Long> inputs, List<MissingSample> missing) -> {
                runs.activate(run.key().requestId(), RunState.RUNNING, until);
                yield new Prepared.Ready(materials.latest(run, inputs, missing));
            }
        };
    }

    private Prepared again(OrganizeRun run, DatabaseOrganized event) {
        if (inventory.has(event.inputs())) {
            runs.activate(run.key().requestId(), RunState.RUNNING, run.waitUntil());
            return new Prepared.Ready(materials.of(run, event));
        }
        Instant until = patience.until(run);
        if (rebuild.isReadingHistory() || patience.lastsUntil(until)) {
            return later(run, until);
        }
        return new Prepared.Failure(run, "samples_gone", "The samples of this run are no longer on the topic");
    }

    private Prepared later(OrganizeRun run, Instant until) {
        runs.activate(run.key().requestId(), RunState.WAITING, until);
        return new Prepared.Later(run, patience.next(LOOK_AGAIN));
    }

    /** How long a run waits for its samples. */
    @Component
    static final class Patience {

        private final Clock clock;
        private final Duration wait;

        Patience(Clock clock, Environment environment) {
            this.clock = clock;
            this.wait = environment.getProperty("opsai.organizing.wait", Duration.class, Duration.ofSeconds(60));
        }

        /** Counted from when the run became active. */
        Instant until(OrganizeRun run) {
            Instant until = run.waitUntil();
            return until == null ? clock.instant().plus(wait) : until;
        }

        boolean lastsUntil(Instant until) {
            return clock.instant().isBefore(until);
        }

        Instant next(Duration pause) {
            return clock.instant().plus(pause);
        }
    }
}
