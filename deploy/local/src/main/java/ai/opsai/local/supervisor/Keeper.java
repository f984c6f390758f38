package ai.opsai.local.supervisor;

import ai.opsai.local.process.ProcessId;
import ai.opsai.local.process.Running;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.supervisor.PartState.Condition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one part up. The first start must succeed; from then on a part that ends is started again, as often as it
 * takes, until it is stopped here.
 */
final class Keeper {

    private final String name;
    private final Supplier<? extends Running> launcher;
    private final StateBoard board;
    private final Backoff backoff;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Running running;

    Keeper(String name, Supplier<? extends Running> launcher, StateBoard board, Backoff backoff) {
        this.name = name;
        this.launcher = launcher;
        this.board = board;
        this.backoff = backoff;
    }

    /** Returns when the part serves; throws {@link StartFailure} when it doesn't. */
    void start() {
        Running started = launch();
        started.awaitReady();
        board.condition(name, Condition.UP);
        Thread.ofVirtual().name("keep-" + name).start(() -> keep(started));
    }

    private synchronized Running launch() {
        if (stopRequested()) {
            throw new StartFailure(name + " was stopped while it started", List.of());
        }
        Running started = launcher.get();
        running = started;
        board.launched(name, ProcessId.of(started.child().handle()));
        return started;
    }

    private void keep(Running first) {
        Running current = first;
        int deaths = 0;
        while (true) {
            long start = System.nanoTime();
            int exitCode = current.child().onExit().join().exitValue();
            if (stopRequested()) {
                return;
            }
            deaths = backoff.calm(Duration.ofNanos(System.nanoTime() - start)) ? 1 : deaths + 1;
            board.died(name, "ended with exit code " + exitCode);
            if (stoppedWithin(backoff.after(deaths))) {
                return;
            }
            current = restarted(current);
        }
    }

    /** A start that fails leaves the dead process behind, whose end counts as the next death. */
    private Running restarted(Running dead) {
        Running started = dead;
        try {
            started = launch();
            started.awaitReady();
            board.condition(name, Condition.UP);
        } catch (StartFailure e) {
            started.child().kill();
        }
        return started;
    }

    private boolean stopRequested() {
        return stopping.getCount() == 0;
    }

    private boolean stoppedWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the part and keeps it down. Harmless when it never started. */
    void stop() {
        stopping.countDown();
        Running last = last();
        if (last != null) {
            board.condition(name, Condition.STOPPING);
            last.stop();
        }
        board.condition(name, Condition.DOWN);
    }

    private synchronized @Nullable Running last() {
        return running;
    }
}
