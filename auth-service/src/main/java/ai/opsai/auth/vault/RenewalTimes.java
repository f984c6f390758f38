package ai.opsai.auth.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When tokens are renewed, and how long a provider that does not answer is left alone. */
final class RenewalTimes {

    /** A token with less left is refreshed before it is given out. */
    static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 12;

    private final DoubleSupplier random;

    /** @param random between 0 and 1, so that replicas and connections don't come back all at once */
    RenewalTimes(DoubleSupplier random) {
        this.random = random;
    }

    /** Before anybody has to wait for it, but not within the first half of its life; null for one that never ends. */
    static @Nullable Instant ahead(Instant storedAt, @Nullable Instant expiresAt) {
        if (expiresAt == null) {
            return null;
        }
        Instant half = storedAt.plus(Duration.between(storedAt, expiresAt).dividedBy(2));
        Instant early = expiresAt.minus(AHEAD);
        return early.isAfter(half) ? early : half;
    }

    /** Twice as long with each failure in a row, and at most a quarter of an hour; it is never given up. */
    Instant afterFailure(int failures, Instant now) {
        long doubled = FIRST_WAIT.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long longest = Math.min(doubled, LONGEST_WAIT.toMillis());
        return now.plusMillis(longest / 2 + (long) (random.getAsDouble() * longest / 2));
    }
}
