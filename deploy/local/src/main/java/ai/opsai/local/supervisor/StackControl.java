package ai.opsai.local.supervisor;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.LogTail;
import ai.opsai.local.process.Patience;
import ai.opsai.local.process.Signal;
import ai.opsai.local.process.Signals;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.supervisor.StackState.Phase;
import ai.opsai.local.workspace.Installation;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts and ends the stack of a clone from outside, and tells how it is. The work is the supervisor's. */
public final class StackControl {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofMinutes(7);

    private final Workspace workspace;
    private final StateFile file;

    /** The supervisor that this process started: it may be asked to end before it has written any state. */
    private volatile @Nullable Child launched;

    public StackControl(Workspace workspace) {
        this.workspace = workspace;
        this.file = new StateFile(workspace.stateFile());
    }

    /** The state of the stack whose supervisor lives. */
    public Optional<StackState> running() {
        return file.read().filter(state -> state.supervisor().alive());
    }

    /** Returns when the stack works, showing every change; fails with the reason, and with nothing left running. */
    public StackState up(StackOptions options, Consumer<StackState> progress) {
        Optional<StackState> before = running();
        if (before.isPresent() && before.get().phase() == Phase.STOPPING) {
            Patience.until(END, () -> running().isEmpty());
            before = running();
        }
        if (before.isEmpty()) {
            Leftovers.end(file);
            launch(StackPlan.of(options, ExternalServers.of(System.getenv())), options);
        }
        return awaitReady(progress);
    }

    private void launch(StackPlan plan, StackOptions options) {
        new Preconditions(workspace).check(plan);
        new Installation(workspace).refresh(plan.modules());
        LogFiles.rotate(workspace.home().resolve("logs"));
        List<String> flags = List.of("-Dopsai.root=" + workspace.root(), SupervisorProcess.LOGGING, "-Xmx128m");
        List<String> words = new ArrayList<>(Detachment.prefix());
        String classPath = workspace.installedJar(StackPlan.LOCAL_MODULE).toString();
        words.addAll(Jvm.ofClassPath(classPath, SupervisorProcess.class.getName(), flags, options.words())
                .words());
        Child child = Child.start(new Command("supervisor", words, Map.of(), log(), false));
        launched = child;
        if (!Patience.until(Duration.ofSeconds(30), () -> file.read().isPresent() || !child.alive())) {
            child.kill();
        }
        if (file.read().isEmpty()) {
            throw child.failure("did not start");
        }
    }

    private Path log() {
        return workspace.log("supervisor");
    }

    private StackState awaitReady(Consumer<StackState> progress) {
        Patience.until(START, () -> {
            Optional<StackState> state = file.read();
            state.ifPresent(progress);
            return state.isEmpty()
                    || state.get().phase() != Phase.STARTING
                    || !state.get().supervisor().alive();
        });
        StackState state =
                file.read().orElseThrow(() -> new StartFailure("The stack was stopped while it started", List.of()));
        if (state.phase() == Phase.READY && state.supervisor().alive()) {
            return state;
        }
        throw failure(state);
    }

    private StartFailure failure(StackState state) {
        if (state.failure() != null) {
            Patience.until(END, () -> !state.supervisor().alive());
            Leftovers.end(file);
            return new StartFailure(state.failure(), List.of());
        }
        if (state.phase() == Phase.STOPPING) {
            return new StartFailure("The stack was stopped while it started", List.of());
        }
        down(_ -> {});
        return new StartFailure("The stack did not start in time", LogTail.of(log(), 15));
    }

    /** Whether the end of this run takes longer, because it is the first one after a build. */
    public boolean writesCaches() {
        return !AotCache.exists(workspace.caches(), ServiceModule.AUTH.module());
    }

    /** Ends all parts in good order; returns whether there was anything to end. */
    public boolean down(Consumer<StackState> progress) {
        Optional<ProcessHandle> supervisor =
                file.read().flatMap(state -> state.supervisor().find());
        supervisor.ifPresent(process -> {
            process.destroy();
            Patience.until(END, () -> {
                file.read().ifPresent(progress);
                return !process.isAlive();
            });
            Signals.stop(process, Signal.TERM, Duration.ofSeconds(1));
        });
        Child own = launched;
        if (own != null) {
            own.stop(Signal.TERM, END);
        }
        boolean leftovers = !Leftovers.end(file).isEmpty();
        return supervisor.isPresent() || leftovers;
    }
}
