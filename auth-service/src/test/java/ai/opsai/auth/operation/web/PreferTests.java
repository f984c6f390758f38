package ai.opsai.auth.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferTests {

    @ParameterizedTest
    @CsvSource({
        "wait=5, 5",
        "wait=0, 0",
        "wait=600, 60",
        "'respond-async, wait=10', 10",
        "respond-async, 0",
        "return=minimal, 30",
        "awaits=3, 30",
        "wait=soon, 30",
    })
    void theWaitIsAsPreferredWithinTheLimit(String header, long seconds) {
        assertThat(Prefer.wait(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whoSaysNothingWaitsHalfAMinute() {
        assertThat(Prefer.wait(null)).isEqualTo(Duration.ofSeconds(30));
    }
}
