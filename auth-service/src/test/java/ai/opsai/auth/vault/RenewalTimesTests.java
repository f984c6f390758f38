package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalTimesTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a30_theMarginIsAMinuteOrMore() {
        assertThat(RenewalTimes.MARGIN).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void renewsFiveMinutesAheadButNotWithinTheFirstHalfOfALife() {
        assertThat(RenewalTimes.ahead(NOW, NOW.plusSeconds(3600))).isEqualTo(NOW.plusSeconds(3300));
        assertThat(RenewalTimes.ahead(NOW, NOW.plusSeconds(600))).isEqualTo(NOW.plusSeconds(300));
        assertThat(RenewalTimes.ahead(NOW, NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(30));
        assertThat(RenewalTimes.ahead(NOW, null)).isNull();
    }

    @Test
    void a29_waitsTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
        RenewalTimes longest = new RenewalTimes(() -> 1.0);

        assertThat(longest.afterFailure(1, NOW)).isEqualTo(NOW.plusSeconds(5));
        assertThat(longest.afterFailure(2, NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(longest.afterFailure(8, NOW)).isEqualTo(NOW.plusSeconds(640));
        assertThat(longest.afterFailure(9, NOW)).isEqualTo(NOW.plusSeconds(900));
        assertThat(longest.afterFailure(1_000, NOW)).isEqualTo(NOW.plusSeconds(900));
    }

    @Test
    void a29_spreadsOverTheLongerHalfOfTheWait() {
        assertThat(new RenewalTimes(() -> 0.0).afterFailure(1, NOW)).isEqualTo(NOW.plusMillis(2_500));
        assertThat(new RenewalTimes(() -> 0.5).afterFailure(1, NOW)).isEqualTo(NOW.plusMillis(3_750));
    }
}
