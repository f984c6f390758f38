package ai.opsai.benchmarks;

import ai.opsai.benchmarks.load.Callers;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What every benchmark can be told. */
final class LoadOptions {

    @Option(names = "--seconds", description = "Length of a window, default ${DEFAULT-VALUE}.")
    private int seconds = 10;

    @Option(names = "--callers", description = "How many ask at once, default ${DEFAULT-VALUE}.")
    private int callers = 8;

    @Option(names = "--json", description = "Print the numbers of all windows as JSON.")
    private boolean json;

    Callers all() {
        return new Callers(callers, Duration.ofSeconds(seconds));
    }

    Callers one() {
        return new Callers(1, Duration.ofSeconds(seconds));
    }

    boolean json() {
        return json;
    }
}
