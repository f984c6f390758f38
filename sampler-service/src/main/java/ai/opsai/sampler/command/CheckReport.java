package ai.opsai.sampler.command;

import ai.opsai.sampler.connector.ConnectorProblem;
import ai.opsai.sampler.connector.StreamReport;
import ai.opsai.sampler.own.ManifestText;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Prints what a manifest can do, and what it wants to know. */
final class CheckReport {

    private final ManifestText text;

    CheckReport(ManifestText text) {
        this.text = text;
    }

    /** Whether every stream runs. */
    boolean print(PrintStream out) {
        List<StreamReport> report = text.report();
        long running = report.stream().filter(StreamReport::runs).count();
        int width =
                report.stream().mapToInt(stream -> stream.name().length()).max().orElse(0);
        out.println(running + " of " + report.size() + " streams run");
        report.forEach(stream -> print(stream, width, out));
        out.println();
        printConfiguration(out);
        return running == report.size();
    }

    private static void print(StreamReport stream, int width, PrintStream out) {
        String state = !stream.runs() ? "does not run" : stream.problems().isEmpty() ? "runs" : "runs, with warnings";
        out.println("  " + stream.name() + " ".repeat(width - stream.name().length() + 2) + state);
        for (ConnectorProblem problem : stream.problems()) {
            String component = problem.component().isEmpty() ? "" : problem.component() + ": ";
            out.println("      " + component + problem.message());
            out.println("      at " + problem.place());
        }
    }

    private void printConfiguration(PrintStream out) {
        if (!(text.spec().schema().get("properties") instanceof Map<?, ?> fields) || fields.isEmpty()) {
            out.println("It wants no configuration.");
            return;
        }
        out.println("Configuration ("
                + (text.spec().documentationUrl().isEmpty()
                        ? "JSON"
                        : text.spec().documentationUrl()) + ")");
        List<?> required = text.spec().schema().get("required") instanceof List<?> names ? names : List.of();
        fields.forEach((name, field) -> {
            Map<?, ?> schema = field instanceof Map<?, ?> map ? map : Map.of();
            out.println("  " + name + "  " + (schema.get("type") == null ? "any" : schema.get("type"))
                    + (required.contains(name) ? ", required" : "")
                    + (Boolean.TRUE.equals(schema.get("writeOnly")) ? ", secret" : "")
                    + (schema.get("title") == null ? "" : "  " + schema.get("title")));
        });
    }
}
