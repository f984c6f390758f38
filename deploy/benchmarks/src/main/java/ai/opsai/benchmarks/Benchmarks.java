package ai.opsai.benchmarks;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of {@code ./opsai bench}. A failure is one clear text and exit code 1; nothing is measured then. */
public final class Benchmarks {

    @Command(
            name = "bench",
            mixinStandardHelpOptions = true,
            description = "Measures how fast the services are, and how fast connectors read.",
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root {}

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "ai/opsai/local/command-logback.xml");
        Clock clock = Clock.systemUTC();
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new TokenEndpointCommand(clock))
                .addSubcommand(new ConnectionStartCommand(clock))
                .addSubcommand(new FullReadCommand(clock))
                .addSubcommand(new SamplersCommand(clock));
        line.setExecutionExceptionHandler((exception, _, _) -> {
            line.getErr().println(exception.getMessage());
            return 1;
        });
        System.exit(line.execute(arguments));
    }
}
