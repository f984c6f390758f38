package ai.opsai.benchmarks;

import ai.opsai.benchmarks.read.BareReader;
import ai.opsai.benchmarks.read.EngineReader;
import ai.opsai.benchmarks.read.PagedProvider;
import ai.opsai.benchmarks.read.Races;
import ai.opsai.benchmarks.read.ReadReport;
import ai.opsai.benchmarks.read.Reader;
import ai.opsai.benchmarks.report.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code opsai bench full-read}. */
@Command(
        name = "full-read",
        mixinStandardHelpOptions = true,
        description = {
            "How many records of a long paged stream the connector engine reads in a second.",
            "",
            "The yardstick reads the same stream with the JDK's HTTP client and Jackson alone. One more read watches"
                    + " the heap."
        })
final class FullReadCommand implements Callable<Integer> {

    private final Clock clock;

    @Option(names = "--records", description = "Length of the stream, default ${DEFAULT-VALUE}.")
    private int records = 200_000;

    @Option(names = "--page-size", description = "Records of a page, default ${DEFAULT-VALUE}.")
    private int pageSize = 100;

    @Option(names = "--rounds", description = "How often each reader reads it all, default ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--json", description = "Print the numbers of all rounds as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    FullReadCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Instant begun = clock.instant();
        Machine machine = Machine.now();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        try (PagedProvider provider = new PagedProvider(records, pageSize)) {
            Reader engine = new EngineReader(provider, clock);
            var races = new Races(provider, text -> {
                progress.println(text);
                progress.flush();
            });
            var report = new ReadReport(
                    begun,
                    machine,
                    records,
                    pageSize,
                    races.run(List.of(engine, new BareReader(provider)), rounds),
                    races.heap(engine));
            out.println(json ? report.json() : report.text());
            out.flush();
            return 0;
        }
    }
}
