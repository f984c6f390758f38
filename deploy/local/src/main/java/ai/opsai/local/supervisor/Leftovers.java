package ai.opsai.local.supervisor;

import ai.opsai.local.process.ProcessId;
import ai.opsai.local.process.Signal;
import ai.opsai.local.process.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Processes of a stack whose supervisor is gone: found by the state that it left, ended in the order of a stop. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Ends what still runs and forgets the state; returns the names of what was ended. */
    public static List<String> end(StateFile file) {
        List<String> ended = new ArrayList<>();
        file.read().ifPresent(state -> {
            List<PartState> lastFirst = new ArrayList<>(state.parts());
            Collections.reverse(lastFirst);
            for (PartState part : lastFirst) {
                endPart(part, ended);
            }
            file.delete();
        });
        return ended;
    }

    private static void endPart(PartState part, List<String> ended) {
        ProcessId process = part.process();
        if (process == null) {
            return;
        }
        process.find().ifPresent(handle -> {
            Signals.stop(handle, signalFor(part.name()), PATIENCE);
            ended.add(part.name());
        });
    }

    private static Signal signalFor(String part) {
        return part.equals(StackPlan.POSTGRES) ? Signal.INT : Signal.TERM;
    }
}
