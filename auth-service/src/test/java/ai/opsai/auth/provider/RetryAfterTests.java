package ai.opsai.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.platform.outbound.OutboundResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "5, PT5S",
        "100000, PT15M",
        "9999999999, PT1M",
        "-3, PT1M",
        "later, PT1M",
        "'Sun, 22 Nov 2026 10:02:00 GMT', PT2M",
        "'Sun, 22 Nov 2026 09:00:00 GMT', PT1M",
    })
    void theHeaderCountsWithinReason(String header, Duration expected) {
        assertThat(RetryAfter.of(RateLimit.USUAL, answer(Map.of("retry-after", List.of(header))), NOW))
                .isEqualTo(NOW.plus(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "SECONDS, 5, PT5S",
        "SECONDS, 1.2, PT2S",
        "EPOCH_SECONDS, 1795341610, PT10S",
        "EPOCH_MILLISECONDS, 1795341610000, PT10S",
        "EPOCH_SECONDS, 5, PT1M",
        "EPOCH_MILLISECONDS, 999999999999999, PT15M",
        "SECONDS, soon, PT1M",
    })
    void aHeaderOfTheProvidersOwnMeansWhatItsFileSays(RateLimit.Meaning meaning, String told, Duration expected) {
        RateLimit limit = new RateLimit(Set.of(429), new RateLimit.Reset("X-Reset", meaning), null);

        assertThat(RetryAfter.of(limit, answer(Map.of("x-reset", List.of(told))), NOW))
                .isEqualTo(NOW.plus(expected));
    }

    @Test
    void withoutAHeaderAMinuteIsWaited() {
        assertThat(RetryAfter.of(RateLimit.USUAL, answer(Map.of()), NOW)).isEqualTo(NOW.plusSeconds(60));
    }

    private static OutboundResponse answer(Map<String, List<String>> headers) {
        return new OutboundResponse(429, headers, new byte[0], URI.create("https://api.example/"));
    }
}
