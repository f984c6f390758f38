package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a run does once it is known what there is to work with; live displays are told before each step. */
@Component
final class RunSteps {

    private static final Logger log = LoggerFactory.getLogger(RunSteps.class);

    private final Designer designer;
    private final RunEnding ending;
    private final RunProgress progress;

    RunSteps(Designer designer, RunEnding ending, RunProgress progress) {
        this.designer = designer;
        this.ending = ending;
        this.progress = progress;
    }

    void await(OrganizeRun run) {
        progress.at(RunProgress.WAITING, run.key());
    }

    void fail(OrganizeRun run, String code, String message) {
        ending.failed(run, code, message);
    }

    void organize(Work work) {
        switch (work.run().outcome()) {
            case Outcome.Organized(DatabaseOrganized event, Instant _) ->
                ending.repeated(work, designer.again(work, event), event);
            case Outcome.Failed _ -> throw new IllegalStateException("A failed run has no design");
            case null -> anew(work);
        }
    }

    private void anew(Work work) {
        log.info(
                "🗄️ Organizing database with collected sample data: {} connections, {} missing",
                work.inputs().size(),
                work.missing().size());
        progress.at(RunProgress.DESIGNING, work.run().key());
        long start = System.nanoTime();
        Design design = designer.anew(work);
        Map<String, Long> durations = new TreeMap<>();
        durations.put("design", Duration.ofNanos(System.nanoTime() - start).toMillis());
        progress.at(RunProgress.WRITING, work.run().key());
        ending.organized(work, design, durations);
    }
}
