package ai.opsai.local.supervisor;

import ai.opsai.local.process.ProcessId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One part of the stack as a person sees it: where it listens, since when it is in its state, where its log lies. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartState(
        String name,
        Condition condition,
        Map<String, Integer> ports,
        @Nullable ProcessId process,
        Instant since,
        int restarts,
        @Nullable String log,
        @Nullable String note) {

    /** What a part is doing. External ones are somebody else's servers, which the stack only uses. */
    public enum Condition {
        WAITING,
        STARTING,
        UP,
        RESTARTING,
        STOPPING,
        DOWN,
        EXTERNAL
    }

    public PartState {
        ports = new TreeMap<>(ports);
    }

    PartState in(Condition next, Instant now) {
        return new PartState(name, next, ports, process, now, restarts, log, note);
    }

    PartState running(ProcessId id, Instant now) {
        return new PartState(name, Condition.STARTING, ports, id, now, restarts, log, note);
    }

    PartState died(String why, Instant now) {
        return new PartState(name, Condition.RESTARTING, ports, null, now, restarts + 1, log, why);
    }
}
