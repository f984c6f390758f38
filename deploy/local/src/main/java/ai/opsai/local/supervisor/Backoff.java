package ai.opsai.local.supervisor;

import java.time.Duration;

/** How long to wait before starting a dead part again: longer each time, from the beginning after a calm while. */
record Backoff(Duration first, Duration longest, Duration calm) {

    static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));

    private static final int DOUBLINGS = 20;

    Duration after(int deathsInARow) {
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(deathsInARow - 1, 0), DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    boolean calm(Duration lived) {
        return lived.compareTo(calm) >= 0;
    }
}
