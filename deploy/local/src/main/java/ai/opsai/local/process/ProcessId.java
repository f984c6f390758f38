package ai.opsai.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it can be found again by another one: process numbers are reused, so the start time belongs to it. Two
 * readings of one process's start time may differ by the rounding of the system's clock ticks.
 */
public record ProcessId(long pid, Instant startedAt) {

    private static final Duration ROUNDING = Duration.ofSeconds(1);

    public static ProcessId of(ProcessHandle handle) {
        return new ProcessId(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, when it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> Duration.between(startedAt, of(handle).startedAt())
                                .abs()
                                .compareTo(ROUNDING)
                        <= 0);
    }

    public boolean alive() {
        return find().isPresent();
    }
}
