package ai.opsai.local.supervisor;

import ai.opsai.local.process.ProcessId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole stack at one moment, as the supervisor last wrote it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StackState(
        Phase phase,
        ProcessId supervisor,
        Instant since,
        @Nullable String failure,
        List<PartState> parts) {

    /** Where the stack stands between two commands. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        FAILED
    }

    public StackState {
        parts = List.copyOf(parts);
    }

    StackState in(Phase next, Instant now) {
        return new StackState(next, supervisor, now, failure, parts);
    }

    StackState failed(String why, Instant now) {
        return new StackState(Phase.FAILED, supervisor, now, why, parts);
    }

    StackState with(List<PartState> others) {
        return new StackState(phase, supervisor, since, failure, others);
    }

    /** Whether all of it serves now. */
    public boolean healthy() {
        return phase == Phase.READY
                && supervisor.alive()
                && parts.stream()
                        .allMatch(part -> part.condition() == PartState.Condition.UP
                                || part.condition() == PartState.Condition.EXTERNAL);
    }
}
