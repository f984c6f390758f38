package ai.opsai.local.cli;

import ai.opsai.local.supervisor.StackControl;
import ai.opsai.local.supervisor.StackFlags;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsai up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the whole system: Kafka, PostgreSQL, the sandbox and the three services.",
            "",
            "Returns when a connect, a produce/consume round trip and a query have worked. Data are kept in .opsai/;"
                    + " your environment is passed on to the services; with DATABASE_URL or KAFKA_BOOTSTRAP_SERVERS"
                    + " your own server is used."
        })
final class UpCommand implements Callable<Integer> {

    private final StackControl control;
    private final Terminal terminal;

    @Mixin
    private final StackFlags flags = new StackFlags();

    UpCommand(StackControl control, Terminal terminal) {
        this.control = control;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (control.running().isPresent()) {
            terminal.out().println("The stack is up already; ./opsai status shows it.");
        } else {
            terminal.out().println("Starting the stack");
            new Start(control, terminal).run(flags.options());
        }
        terminal.out().printf(Locale.ROOT, "Console: http://localhost:7250/onboarding-v3%n");
        return 0;
    }
}
