package ai.opsai.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.ProcessId;
import ai.opsai.local.supervisor.PartState.Condition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTests {

    @TempDir
    private Path folder;

    private StateFile stateOf(ProcessId process) {
        StateFile file = new StateFile(folder.resolve("state.json"));
        PartState part = new PartState("sandbox", Condition.UP, Map.of(), process, Instant.EPOCH, 0, null, null);
        ProcessId gone = new ProcessId(Long.MAX_VALUE, Instant.EPOCH);
        file.write(new StackState(StackState.Phase.READY, gone, Instant.EPOCH, null, List.of(part)));
        return file;
    }

    private Child sleeper() {
        return Child.start(
                new Command("sleeper", List.of("sleep", "60"), Map.of(), folder.resolve("sleeper.log"), false));
    }

    @Test
    void whatAKilledSupervisorLeftIsEndedAndForgotten() {
        Child child = sleeper();
        StateFile file = stateOf(ProcessId.of(child.handle()));
        assertThat(Leftovers.end(file)).containsExactly("sandbox");
        assertThat(child.alive()).isFalse();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void aStrangerWithAReusedNumberIsLeftAlone() {
        Child stranger = sleeper();
        assertThat(Leftovers.end(stateOf(new ProcessId(stranger.pid(), Instant.EPOCH))))
                .isEmpty();
        assertThat(stranger.alive()).isTrue();
        stranger.kill();
    }
}
