package ai.opsai.auth.handoff;

import ai.opsai.platform.assertion.ReplayGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers statements in the database, so that one works once with all replicas together. */
final class UsedAssertions implements ReplayGuard {

    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    UsedAssertions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean firstUse(String issuer, String jti, Instant expiresAt) {
        return jdbc.sql("""
                insert into used_assertion (issuer, jti, expires_at) values (?, ?, ?) on conflict do nothing""")
                        .params(issuer, jti, expiresAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Forgets what no clock takes any more; the minute is for those that are behind. */
    void forgetExpired() {
        jdbc.sql("delete from used_assertion where expires_at < ?")
                .param(clock.instant().minus(LEEWAY).atOffset(ZoneOffset.UTC))
                .update();
    }
}
