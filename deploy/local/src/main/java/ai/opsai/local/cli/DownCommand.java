package ai.opsai.local.cli;

import ai.opsai.local.supervisor.PartState;
import ai.opsai.local.supervisor.StackControl;
import ai.opsai.local.supervisor.StackState;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code opsai down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Ends the stack in good order; its data stay.",
            "",
            "The first time after a build this also writes the caches that make the next start faster."
        })
final class DownCommand implements Callable<Integer> {

    private final StackControl control;
    private final Terminal terminal;
    private final Set<String> started = new LinkedHashSet<>();
    private final Set<String> ended = new HashSet<>();

    DownCommand(StackControl control, Terminal terminal) {
        this.control = control;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (control.running().isPresent()) {
            terminal.out()
                    .println(
                            control.writesCaches()
                                    ? "Ending the stack, and writing the caches that make its next start faster"
                                    : "Ending the stack");
        }
        boolean any = control.down(this::show);
        started.forEach(this::showEnded);
        terminal.out().println(any ? "The stack is down." : "The stack was not up.");
        return 0;
    }

    private void show(StackState state) {
        for (PartState part : state.parts()) {
            switch (part.condition()) {
                case DOWN -> showEnded(part.name());
                case EXTERNAL -> {}
                case WAITING, STARTING, UP, RESTARTING, STOPPING -> started.add(part.name());
            }
        }
    }

    private void showEnded(String part) {
        if (ended.add(part)) {
            terminal.out().println("  " + part + " ended");
        }
    }
}
