package ai.opsai.benchmarks;

import ai.opsai.benchmarks.gateway.Calls;
import ai.opsai.benchmarks.gateway.Gateway;
import ai.opsai.benchmarks.load.Rounds;
import ai.opsai.benchmarks.load.Series;
import ai.opsai.benchmarks.report.Machine;
import ai.opsai.benchmarks.report.Report;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;

/** One run: a gateway of its own, the measurement, the report. */
final class Benchmark {

    private final LoadOptions options;
    private final CommandLine line;
    private final Clock clock;

    Benchmark(LoadOptions options, CommandLine line, Clock clock) {
        this.options = options;
        this.line = line;
        this.clock = clock;
    }

    /** What to measure: the operation in question, its yardstick, then what explains the numbers. */
    interface Subject {

        List<Rounds.Plan> of(Calls calls) throws IOException, InterruptedException;
    }

    int run(Subject subject) throws IOException, InterruptedException {
        Machine machine = Machine.now();
        Instant begun = clock.instant();
        say("Starting a gateway, its broker and its database");
        try (Gateway gateway = Gateway.start(Workspace.ofThisProcess());
                Calls calls = new Calls(gateway)) {
            List<Series> series = new Rounds(this::say).run(subject.of(calls));
            Report report = new Report(
                    begun,
                    machine,
                    options.all().window().toSeconds(),
                    series.get(0),
                    series.get(1),
                    series.subList(2, series.size()));
            PrintWriter out = line.getOut();
            out.println(options.json() ? report.json() : report.text());
            out.flush();
            return 0;
        }
    }

    /** Beside the result, so that the result alone can be kept. */
    private void say(String text) {
        line.getErr().println(text);
        line.getErr().flush();
    }
}
