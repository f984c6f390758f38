package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.Pace;
import ai.opsai.sampler.connector.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A pace in the database. Taking a turn is one short transaction that also counts the request for its job, so a crash loses
 * no count, and a job whose connection ended meanwhile makes no further request.
 */
final class JdbcPace implements Pace {

    private static final int SPREAD_MILLIS = 1_000;

    private final RateLimit limit;
    private final PaceRow row;
    private final RunningJob job;
    private final Clock clock;
    private final SamplingMeters meters;

    JdbcPace(RateLimit limit, PaceRow row, RunningJob job, Clock clock, SamplingMeters meters) {
        this.limit = limit;
        this.row = row;
        this.job = job;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public RateLimit limit() {
        return limit;
    }

    @Override
    public Duration take(Duration patience) {
        Optional<Duration> taken = job.request(() -> row.take(patience));
        Duration wait = taken.orElseGet(() -> later(patience));
        if (taken.isPresent()) {
            meters.request(row.provider());
        }
        if (wait.isPositive()) {
            meters.waited(row.provider(), wait);
        }
        return wait;
    }

    /** Beyond the patience, and not at the same moment as everybody else who waits. */
    private Duration later(Duration patience) {
        Duration due = job.read(row::due);
        Duration wait = due.compareTo(patience) > 0 ? due : patience;
        return wait.plusMillis(1 + Math.floorMod(job.order().jobId().hashCode(), SPREAD_MILLIS));
    }

    @Override
    public void holdUntil(Instant moment) {
        Duration pause = Duration.between(clock.instant(), moment);
        if (pause.isPositive()) {
            var _ = job.read(() -> row.hold(pause));
            meters.held(row.provider(), pause);
        }
    }
}
