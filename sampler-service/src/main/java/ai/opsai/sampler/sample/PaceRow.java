package ai.opsai.sampler.sample;

import ai.opsai.sampler.provider.Courtesy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row of a pace: requests are due one interval after the other, by the database's clock, and may run ahead by a burst.
 * Each method is a single statement and wants a transaction.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm">generic cell rate algorithm</a>
 */
final class PaceRow {

    private final JdbcClient jdbc;
    private final UUID id;
    private final String provider;
    private final double interval;
    private final double burst;

    PaceRow(JdbcClient jdbc, UUID id, String provider, Courtesy.@Nullable Rate rate) {
        this.jdbc = jdbc;
        this.id = id;
        this.provider = provider;
        this.interval = rate == null ? 0 : seconds(rate.interval());
        this.burst = rate == null ? 0 : (rate.burst() - 1) * interval;
    }

    String provider() {
        return provider;
    }

    /** How long the request that was taken has to wait; empty when it would be longer than the patience. */
    Optional<Duration> take(Duration patience) {
        return interval == 0
                ? Optional.of(due()).filter(wait -> wait.compareTo(patience) <= 0)
                : jdbc.sql("""
                        insert into provider_pace as p (pace_id, provider, due_at, held_until)
                        values (:id, :provider, clock_timestamp() + make_interval(secs => :interval), '-infinity')
                        on conflict (pace_id) do update
                        set due_at = greatest(p.due_at, clock_timestamp()) + make_interval(secs => :interval)
                        where greatest(p.due_at - make_interval(secs => :burst), p.held_until)
                            <= clock_timestamp() + make_interval(secs => :patience)
                        returning extract(epoch from greatest(due_at - make_interval(secs => :interval + :burst),
                            held_until) - clock_timestamp())""")
                        .param("id", id)
                        .param("provider", provider)
                        .param("interval", interval)
                        .param("burst", burst)
                        .param("patience", seconds(patience))
                        .query((row, _) -> duration(row.getDouble(1)))
                        .optional();
    }

    /** How long a request would have to wait that came now. */
    Duration due() {
        return jdbc.sql("""
                        select extract(epoch from greatest(due_at - make_interval(secs => :burst), held_until)
                            - clock_timestamp())
                        from provider_pace where pace_id = :id""")
                .param("id", id)
                .param("burst", burst)
                .query((row, _) -> duration(row.getDouble(1)))
                .optional()
                .orElse(Duration.ZERO);
    }

    /** Lets no request be made for that long. */
    int hold(Duration pause) {
        return jdbc.sql("""
                        insert into provider_pace as p (pace_id, provider, due_at, held_until)
                        values (:id, :provider, clock_timestamp(), clock_timestamp() + make_interval(secs => :pause))
                        on conflict (pace_id) do update set held_until = greatest(p.held_until, excluded.held_until)""")
                .param("id", id)
                .param("provider", provider)
                .param("pause", seconds(pause))
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** What is due already has no wait. */
    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.max(0, (long) (seconds * 1e9)));
    }
}
