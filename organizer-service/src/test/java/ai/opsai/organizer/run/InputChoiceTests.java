package ai.opsai.organizer.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.MissingSample;
import ai.opsai.organizer.inventory.Connection;
import ai.opsai.organizer.inventory.ConnectionState;
import ai.opsai.organizer.inventory.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InputChoiceTests {

    private static final boolean PATIENT = true;
    private static final boolean IMPATIENT = false;

    private final UUID github = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private final UUID stripe = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @Test
    void everythingExpectedIsThere() {
        assertThat(choice(Map.of(github, 2L), PATIENT, stock(github, List.of(1L, 2L), Map.of())))
                .isEqualTo(new InputChoice.Ready(Map.of(github, 2L), List.of()));
    }

    @Test
    void newerThanExpectedIsTakenAtOnce() {
        assertThat(choice(Map.of(github, 2L), PATIENT, stock(github, List.of(3L), Map.of())))
                .isEqualTo(new InputChoice.Ready(Map.of(github, 3L), List.of()));
    }

    @Test
    void expectedSampleIsWaitedFor() {
        assertThat(choice(Map.of(github, 2L), PATIENT, stock(github, List.of(1L), Map.of())))
                .isEqualTo(new InputChoice.Wait());
        assertThat(choice(Map.of(github, 1L), PATIENT)).isEqualTo(new InputChoice.Wait());
    }

    @Test
    void finalFailureEndsTheWaitWithTheOlderSampleAndTheReason() {
        assertThat(choice(Map.of(github, 2L), PATIENT, stock(github, List.of(1L), Map.of(2L, "provider_error"))))
                .isEqualTo(new InputChoice.Ready(
                        Map.of(github, 1L), List.of(new MissingSample(github, "any", "provider_error"))));
    }

    @Test
    void afterTheWaitTheNewestOlderSampleIsTaken() {
        assertThat(choice(Map.of(github, 3L, stripe, 1L), IMPATIENT, stock(github, List.of(1L, 2L), Map.of())))
                .isEqualTo(new InputChoice.Ready(
                        Map.of(github, 2L),
                        List.of(
                                new MissingSample(github, "any", "sample_late"),
                                new MissingSample(stripe, "unknown", "sample_late"))));
    }

    @Test
    void connectionThatIsOverIsNeitherWaitedForNorTaken() {
        Stock gone = stock(stripe, List.of(1L), Map.of(), ConnectionState.GONE);
        assertThat(choice(Map.of(github, 1L, stripe, 2L), PATIENT, stock(github, List.of(1L), Map.of()), gone))
                .isEqualTo(new InputChoice.Ready(Map.of(github, 1L), List.of()));
    }

    @Test
    void staleConnectionIsStillTaken() {
        Stock stale = stock(stripe, List.of(1L), Map.of(), ConnectionState.STALE);
        assertThat(choice(Map.of(), PATIENT, stale)).isEqualTo(new InputChoice.Ready(Map.of(stripe, 1L), List.of()));
    }

    @Test
    void nothingAtAllIsSaid() {
        assertThat(choice(Map.of(), PATIENT)).isEqualTo(new InputChoice.NoSamples());
        assertThat(choice(Map.of(github, 1L), PATIENT, stock(github, List.of(), Map.of(1L, "provider_error"))))
                .isEqualTo(new InputChoice.NoSamples());
    }

    private static InputChoice choice(Map<UUID, Long> expected, boolean patient, Stock... stock) {
        Map<UUID, Stock> byId = new HashMap<>();
        for (Stock each : stock) {
            byId.put(each.connection().id(), each);
        }
        return InputChoice.of(expected, byId, patient);
    }

    private static Stock stock(UUID id, List<Long> complete, Map<Long, String> failures) {
        return stock(id, complete, failures, ConnectionState.CONNECTED);
    }

    private static Stock stock(UUID id, List<Long> complete, Map<Long, String> failures, ConnectionState state) {
        return new Stock(new Connection(id, "any", 1, state, 1, 0), new TreeSet<>(complete), failures);
    }
}
