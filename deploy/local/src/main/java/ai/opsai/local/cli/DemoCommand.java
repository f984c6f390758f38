package ai.opsai.local.cli;

import ai.opsai.local.demo.Demo;
import ai.opsai.local.supervisor.StackControl;
import ai.opsai.local.supervisor.StackOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code opsai demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Connects three accounts of the sandbox and shows the database that is made from them.",
            "",
            "Uses the gateway's public HTTP API only, as a browser and a frontend would. Starts the stack if it is not"
                    + " up and leaves it running. Exit code 0 only if every step really happened."
        })
final class DemoCommand implements Callable<Integer> {

    private static final StackOptions USUAL = new StackOptions(1, true);

    private final StackControl control;
    private final Terminal terminal;

    DemoCommand(StackControl control, Terminal terminal) {
        this.control = control;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (control.running().isEmpty()) {
            terminal.out().println("Starting the stack");
            new Start(control, terminal).run(USUAL);
        }
        new Demo(terminal.out()).run();
        return 0;
    }
}
