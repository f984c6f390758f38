package ai.opsai.benchmarks;

import ai.opsai.benchmarks.report.Machine;
import ai.opsai.benchmarks.samplers.Crowd;
import ai.opsai.benchmarks.samplers.Samplers;
import ai.opsai.local.workspace.Workspace;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code opsai bench samplers}. */
@Command(
        name = "samplers",
        mixinStandardHelpOptions = true,
        description = {
            "How long a crowd of tenants waits for their first samples, by the number of sampler processes.",
            "",
            "Each tenant connects one account with three entities; the provider answers each request after a while."
        })
final class SamplersCommand implements Callable<Integer> {

    private static final int ENTITIES = 3;
    private static final double MILLIS = 1e3;

    private final Clock clock;

    @Option(names = "--tenants", description = "How many connect at once, default ${DEFAULT-VALUE}.")
    private int tenants = 500;

    @Option(names = "--latency", description = "Milliseconds until the provider answers, default ${DEFAULT-VALUE}.")
    private int latency = 200;

    @Option(names = "--processes", split = ",", description = "Numbers of processes, default ${DEFAULT-VALUE}.")
    private List<Integer> processes = List.of(1, 2, 4);

    @Option(names = "--workers", description = "Samples that one process makes at once, default ${DEFAULT-VALUE}.")
    private int workers = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SamplersCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s, %s%n%d tenants x %d entities, %d ms for each answer, %d workers in each process%n%n"
                        + "%-10s %10s %12s %10s%n",
                clock.instant(),
                Machine.now().text(),
                tenants,
                ENTITIES,
                latency,
                workers,
                "processes",
                "seconds",
                "per second",
                "speed-up");
        try (Samplers samplers = new Samplers(Workspace.ofThisProcess(), Duration.ofMillis(latency))) {
            double first = 0;
            for (int count : processes) {
                double seconds = measure(samplers, count).toMillis() / MILLIS;
                first = first == 0 ? seconds : first;
                out.printf(
                        Locale.ROOT,
                        "%-10d %10.2f %12.1f %10.2f%n",
                        count,
                        seconds,
                        tenants / seconds,
                        first / seconds);
                out.flush();
            }
        }
        return 0;
    }

    /** A tenth of the crowd for each process goes first and does not count: it finds the processes cold. */
    private Duration measure(Samplers samplers, int count) {
        spec.commandLine().getErr().println("Starting " + count + " samplers");
        spec.commandLine().getErr().flush();
        samplers.start(count, workers);
        try (Crowd crowd = samplers.crowd()) {
            var _ = crowd.connect(Math.max(1, tenants / 10) * count);
            return crowd.connect(tenants);
        } finally {
            samplers.stop();
        }
    }
}
