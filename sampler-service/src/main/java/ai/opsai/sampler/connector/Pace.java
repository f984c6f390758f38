package ai.opsai.sampler.connector;

import java.time.Duration;
import java.time.Instant;

/** The pace that all samplers together keep towards one account of a provider. Thread-safe. */
public interface Pace {

    /** How the provider says that it is called too often. */
    RateLimit limit();

    /**
     * Takes the right to one request, to be made after the returned while. A longer one than {@code patience} means that
     * nothing was taken: it makes sense to ask again then.
     */
    Duration take(Duration patience);

    /** Lets nobody ask the account for anything before the moment. */
    void holdUntil(Instant moment);

    /** Knows no limits, as where one process alone reads. */
    static Pace free() {
        return new Pace() {
            @Override
            public RateLimit limit() {
                return RateLimit.USUAL;
            }

            @Override
            public Duration take(Duration patience) {
                return Duration.ZERO;
            }

            @Override
            public void holdUntil(Instant moment) {}
        };
    }
}
