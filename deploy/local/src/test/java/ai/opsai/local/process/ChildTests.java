package ai.opsai.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildTests {

    @TempDir
    private Path folder;

    private Child shell(String script) {
        return Child.start(new Command(
                "shell",
                List.of("sh", "-c", script),
                Map.of("WORD", "hello"),
                folder.resolve("logs/shell.log"),
                false));
    }

    @Test
    void whatAChildSaysIsInItsFailure() {
        Child child = shell("echo $WORD; exit 3");
        child.onExit().join();
        StartFailure failure = child.failure("did not start");
        assertThat(failure.summary()).isEqualTo("shell did not start (it ended with exit code 3)");
        assertThat(failure).hasMessageContaining("hello");
    }

    @Test
    void aStubbornChildIsKilledWhenPatienceRunsOut() {
        Child child = shell("trap '' TERM; echo ready; while true; do sleep 1; done");
        Patience.until(
                Duration.ofSeconds(10),
                () -> !LogTail.of(folder.resolve("logs/shell.log"), 1).isEmpty());
        child.stop(Signal.TERM, Duration.ofMillis(300));
        assertThat(child.alive()).isFalse();
    }

    @Test
    void interruptEndsWhatListensToIt() {
        Child child = shell("trap 'exit 0' INT; echo ready; while true; do sleep 0.1; done");
        Patience.until(
                Duration.ofSeconds(10),
                () -> !LogTail.of(folder.resolve("logs/shell.log"), 1).isEmpty());
        child.stop(Signal.INT, Duration.ofSeconds(10));
        assertThat(child.onExit().join().exitValue()).isZero();
    }

    @Test
    void aProcessIsFoundAgainByNumberAndStart() {
        Child child = shell("sleep 30");
        ProcessId id = ProcessId.of(child.handle());
        assertThat(id.alive()).isTrue();
        assertThat(new ProcessId(id.pid(), Instant.EPOCH).alive()).isFalse();
        child.kill();
        assertThat(id.alive()).isFalse();
    }
}
