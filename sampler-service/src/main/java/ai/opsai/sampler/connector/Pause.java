package ai.opsai.sampler.connector;

import java.time.Duration;

/** Waits between tries. Only short waits: longer ones are {@link ProviderThrottled} and scheduled. */
@FunctionalInterface
public interface Pause {

    void of(Duration duration);

    /** Waits on the current thread, which is a virtual one in production. */
    static Pause sleeping() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting to try again", e);
            }
        };
    }
}
