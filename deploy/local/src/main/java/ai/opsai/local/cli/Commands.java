package ai.opsai.local.cli;

import ai.opsai.local.demo.DemoFailure;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.supervisor.ExternalServers;
import ai.opsai.local.supervisor.Servers;
import ai.opsai.local.supervisor.StackControl;
import ai.opsai.local.workspace.Workspace;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands by name. A command's failure is one clear text and exit code 1, never a stack trace. */
public final class Commands {

    @Command(
            name = "opsai",
            description = "Runs Opsai Onboarding on this machine.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root {}

    private Commands() {}

    /** Runs the command and returns its exit code. */
    public static int run(String... arguments) {
        Terminal terminal = Terminal.ofThisProcess();
        CommandLine line = of(Workspace.ofThisProcess(), terminal);
        line.setExecutionExceptionHandler((exception, _, _) -> {
            terminal.err().println(text(exception));
            return 1;
        });
        return line.execute(arguments);
    }

    static CommandLine of(Workspace workspace, Terminal terminal) {
        StackControl control = new StackControl(workspace);
        Servers servers = new Servers(workspace, ExternalServers.of(System.getenv()));
        return new CommandLine(new Root())
                .addSubcommand(new UpCommand(control, terminal))
                .addSubcommand(new DownCommand(control, terminal))
                .addSubcommand(new StatusCommand(control, terminal, Clock.systemUTC()))
                .addSubcommand(new DemoCommand(control, terminal))
                .addSubcommand(new LogsCommand(workspace, terminal))
                .addSubcommand(new PsqlCommand(workspace, servers, terminal))
                .addSubcommand(new MigrateCommand(workspace, servers, terminal))
                .addSubcommand(new VaultCommand(terminal));
    }

    private static String text(Exception exception) {
        String message = exception.getMessage();
        return exception instanceof StartFailure
                        || exception instanceof DemoFailure
                        || exception instanceof IllegalArgumentException
                ? String.valueOf(message)
                : exception.getClass().getSimpleName() + ": " + message;
    }
}
