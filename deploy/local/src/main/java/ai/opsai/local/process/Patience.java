package ai.opsai.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition of another process, which can only be asked, not listened to. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Patience() {}

    /** Whether the condition came true in time. Returns early, with false, when the waiting thread is interrupted. */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
