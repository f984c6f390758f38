package ai.opsai.local.cli;

import ai.opsai.local.supervisor.StackControl;
import ai.opsai.local.supervisor.StackOptions;
import java.util.Locale;

/** A start with its progress on the terminal. Interrupting it ends what has started so far. */
final class Start {

    private final StackControl control;
    private final Terminal terminal;

    Start(StackControl control, Terminal terminal) {
        this.control = control;
        this.terminal = terminal;
    }

    void run(StackOptions options) {
        Thread giveUp = new Thread(() -> control.down(_ -> {}), "give-up");
        Runtime.getRuntime().addShutdownHook(giveUp);
        StartProgress progress = new StartProgress(terminal);
        try {
            control.up(options, progress);
        } finally {
            double seconds = progress.end();
            forget(giveUp);
            if (control.running().isPresent()) {
                terminal.out().printf(Locale.ROOT, "Up after %.1f s%n", seconds);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Interrupted: the hook is at work.
        }
    }
}
