package ai.opsai.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.process.ProcessId;
import ai.opsai.local.supervisor.PartState.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFileTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private static StackState state(ProcessId supervisor, Condition condition) {
        PartState part = new PartState(
                "kafka", condition, Map.of("kafka", 7292), new ProcessId(4711, NOON), NOON, 2, "kafka.log", null);
        return new StackState(StackState.Phase.READY, supervisor, NOON, null, List.of(part));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        StateFile file = new StateFile(folder.resolve("run/state.json"));
        StackState state = state(new ProcessId(1, NOON), Condition.UP);
        file.write(state);
        assertThat(file.read()).contains(state);
        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadCountsAsNone() throws IOException {
        Path path = folder.resolve("state.json");
        Files.writeString(path, "{\"phase\":");
        assertThat(new StateFile(path).read()).isEmpty();
    }

    @Test
    void aStackIsHealthyWhenItsSupervisorLivesAndAllPartsAreUp() {
        ProcessId alive = ProcessId.of(ProcessHandle.current());
        assertThat(state(alive, Condition.UP).healthy()).isTrue();
        assertThat(state(alive, Condition.RESTARTING).healthy()).isFalse();
        assertThat(state(new ProcessId(1, Instant.EPOCH), Condition.UP).healthy())
                .isFalse();
    }
}
