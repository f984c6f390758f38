package ai.opsai.benchmarks;

import ai.opsai.benchmarks.load.Rounds.Plan;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code opsai bench connection-start}. */
@Command(
        name = "connection-start",
        mixinStandardHelpOptions = true,
        description = {
            "How many connections can be begun in a second, and how long each takes.",
            "",
            "A start is POST /api/connections and the opening of its link, until the redirect to the provider."
        })
final class ConnectionStartCommand implements Callable<Integer> {

    private final Clock clock;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConnectionStartCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Benchmark(options, spec.commandLine(), clock)
                .run(calls -> List.of(
                        new Plan(calls.connectionStart(), options.all()), new Plan(calls.liveness(), options.all())));
    }
}
