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

/** {@code opsai bench token-endpoint}. */
@Command(
        name = "token-endpoint",
        mixinStandardHelpOptions = true,
        description = {
            "How many tokens a gateway releases to a sampler in a second, and how long each takes.",
            "",
            "Each release checks a signed assertion, notes its id against replay, opens the sealed token and writes an"
                    + " audit row."
        })
final class TokenEndpointCommand implements Callable<Integer> {

    private final Clock clock;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TokenEndpointCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Benchmark(options, spec.commandLine(), clock)
                .run(calls -> List.of(
                        new Plan(calls.tokenEndpoint(), options.all()),
                        new Plan(calls.liveness(), options.all()),
                        new Plan(calls.signing(), options.one())));
    }
}
