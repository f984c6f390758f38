package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSharesTests {

    @Test
    void whoWantsLittleGetsItAndTheOthersShareTheRestEqually() {
        assertThat(RequestShares.of(60, Map.of("small", 4, "large", 100, "larger", 200)))
                .isEqualTo(Map.of("small", 4, "large", 28, "larger", 28));
    }

    @Test
    void whereThereIsEnoughEveryoneGetsWhatItWants() {
        assertThat(RequestShares.of(60, Map.of("a", 10, "b", 20))).isEqualTo(Map.of("a", 10, "b", 20));
        assertThat(RequestShares.of(60, Map.of())).isEmpty();
    }

    @Test
    void noMoreIsGivenThanThereIs() {
        assertThat(RequestShares.of(2, Map.of("a", 5, "b", 5, "c", 5)).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(2);
    }
}
