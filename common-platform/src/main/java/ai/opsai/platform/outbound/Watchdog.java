package ai.opsai.platform.outbound;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends an exchange that dribbles: socket timeouts restart with every byte, this one doesn't. One phase at a time, none
 * longer than what is left of the whole.
 */
final class Watchdog {

    private final Runnable abort;
    private final long deadline;
    private CompletableFuture<Void> phase = CompletableFuture.completedFuture(null);
    private volatile boolean fired;

    Watchdog(Runnable abort, long deadline) {
        this.abort = abort;
        this.deadline = deadline;
    }

    /** Starts a phase, which ends the one before. */
    void allow(Duration longest) {
        dismiss();
        long nanos = Math.max(1, Math.min(longest.toNanos(), deadline - System.nanoTime()));
        phase = new CompletableFuture<Void>().orTimeout(nanos, TimeUnit.NANOSECONDS);
        var _ = phase.whenComplete((nothing, failure) -> {
            if (failure instanceof TimeoutException) {
                fired = true;
                abort.run();
            }
        });
    }

    void dismiss() {
        phase.complete(null);
    }

    boolean fired() {
        return fired;
    }
}
