package ai.opsai.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Patience;
import ai.opsai.local.process.Running;
import ai.opsai.local.process.Signal;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.supervisor.PartState.Condition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeeperTests {

    private static final Backoff QUICK = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofHours(1));

    private final Path folder;
    private final StateFile file;
    private final StateBoard board;

    KeeperTests(@TempDir Path folder) {
        this.folder = folder;
        this.file = new StateFile(folder.resolve("state.json"));
        PartState part = new PartState("part", Condition.WAITING, Map.of(), null, Instant.EPOCH, 0, null, null);
        this.board = new StateBoard(file, Clock.systemUTC(), List.of(part));
    }

    private record Shell(Child child) implements Running {
        @Override
        public Running awaitReady() {
            if (!child.alive()) {
                throw child.failure("did not start");
            }
            return this;
        }

        @Override
        public boolean stop() {
            return child.stop(Signal.TERM, Duration.ofSeconds(5));
        }
    }

    private Keeper keeper(String script) {
        Command command = new Command("part", List.of("sh", "-c", script), Map.of(), folder.resolve("part.log"), false);
        return new Keeper("part", () -> new Shell(Child.start(command)), board, QUICK);
    }

    private PartState part() {
        return file.read().orElseThrow().parts().getFirst();
    }

    private ProcessHandle process() {
        return Objects.requireNonNull(part().process()).find().orElseThrow();
    }

    @Test
    void aPartThatDiesIsStartedAgainAndTheRestartIsShown() {
        Keeper keeper = keeper("exec sleep 60");
        keeper.start();
        ProcessHandle first = process();
        first.destroyForcibly();
        assertThat(Patience.until(
                        Duration.ofSeconds(20), () -> part().restarts() == 1 && part().condition() == Condition.UP))
                .isTrue();
        assertThat(process().pid()).isNotEqualTo(first.pid());
        keeper.stop();
    }

    @Test
    void aStoppedPartStaysDown() {
        Keeper keeper = keeper("exec sleep 60");
        keeper.start();
        ProcessHandle process = process();
        keeper.stop();
        assertThat(process.isAlive()).isFalse();
        assertThat(part().condition()).isEqualTo(Condition.DOWN);
        assertThat(part().restarts()).isZero();
    }

    @Test
    void afterAStopNothingStarts() {
        Keeper keeper = keeper("exec sleep 60");
        keeper.stop();
        assertThatThrownBy(keeper::start).isInstanceOf(StartFailure.class);
    }

    @Test
    void pausesGrowUpToTheirLimit() {
        assertThat(Backoff.DEFAULT.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.DEFAULT.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Backoff.DEFAULT.after(500)).isEqualTo(Duration.ofSeconds(30));
    }
}
