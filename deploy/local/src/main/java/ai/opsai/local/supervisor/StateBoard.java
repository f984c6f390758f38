package ai.opsai.local.supervisor;

import ai.opsai.local.process.ProcessId;
import ai.opsai.local.supervisor.PartState.Condition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state in memory. Every change is on disk before the method returns, whichever thread makes it. */
final class StateBoard {

    private static final Logger LOG = LoggerFactory.getLogger(StateBoard.class);

    private final StateFile file;
    private final Clock clock;
    private StackState state;

    StateBoard(StateFile file, Clock clock, List<PartState> parts) {
        this.file = file;
        this.clock = clock;
        this.state = new StackState(
                StackState.Phase.STARTING, ProcessId.of(ProcessHandle.current()), clock.instant(), null, parts);
        file.write(state);
    }

    synchronized void phase(StackState.Phase phase) {
        LOG.info("The stack is {}", phase);
        save(state.in(phase, clock.instant()));
    }

    synchronized void failed(String why) {
        LOG.error("The stack failed: {}", why);
        save(state.failed(why, clock.instant()));
    }

    void launched(String part, ProcessId process) {
        change(part, old -> old.running(process, now()));
    }

    void condition(String part, Condition condition) {
        change(part, old -> old.in(condition, now()));
    }

    void died(String part, String why) {
        change(part, old -> old.died(why, now()));
    }

    private synchronized void change(String part, UnaryOperator<PartState> change) {
        save(state.with(state.parts().stream()
                .map(old -> old.name().equals(part) ? logged(change.apply(old)) : old)
                .toList()));
    }

    private static PartState logged(PartState part) {
        LOG.info("{} is {}", part.name(), part.condition());
        return part;
    }

    private void save(StackState next) {
        state = next;
        file.write(next);
    }

    private Instant now() {
        return clock.instant();
    }
}
