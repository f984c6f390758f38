package ai.opsai.local.demo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What was read of each provider, and how much of it: nothing is shown as a total that is none. */
final class SampleReport {

    private final PrintStream out;

    SampleReport(PrintStream out) {
        this.out = out;
    }

    /** Prints the samples of these connections; each must be there, with rows. */
    void print(JsonNode samples, Set<String> connectionIds) {
        long printed = samples.path("items")
                .valueStream()
                .filter(sample ->
                        connectionIds.contains(sample.path("connectionId").asString("")))
                .peek(this::print)
                .count();
        if (printed != connectionIds.size()) {
            throw new DemoFailure("Only " + printed + " of " + connectionIds.size() + " samples are stored");
        }
    }

    private void print(JsonNode sample) {
        JsonNode analysis = sample.path("analysis");
        out.printf(
                Locale.ROOT,
                "%n   %s: completeness %.1f %%, business model %s%n",
                sample.path("provider").asString(""),
                analysis.path("dataQuality").path("completeness").asDouble(0),
                analysis.path("businessModel").asString("not known"));
        JsonNode data = sample.path("sampleData");
        if (data.path("entities").isEmpty()) {
            throw new DemoFailure("A sample without entities: " + sample.path("provider"));
        }
        Ordered.byName(data.path("entities")).forEach(this::printEntity);
        Ordered.byName(data.path("metrics")).forEach(metric -> printMetric(metric, data.path("metricsCoverage")));
    }

    private void printEntity(Map.Entry<String, JsonNode> entity) {
        JsonNode value = entity.getValue();
        String of = value.has("totalCount") ? " of " + value.path("totalCount").asString("") : "";
        String problem = value.has("problem")
                ? "  " + value.path("problem").path("detail").asString("")
                : "";
        out.println("     %-16s %6s rows%s%s"
                .formatted(entity.getKey(), value.path("rowCount").asString(""), of, problem));
    }

    private void printMetric(Map.Entry<String, JsonNode> metric, JsonNode coverage) {
        out.println("     %-28s %s  (%s)"
                .formatted(metric.getKey(), text(metric.getValue()), basis(coverage.path(metric.getKey()))));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }

    private static String basis(JsonNode coverage) {
        String rows = coverage.path("rows").asString("?") + " rows";
        if (coverage.path("exact").asBoolean(false)) {
            return "exact, " + rows;
        }
        return coverage.has("of")
                ? "from " + rows + " of " + coverage.path("of").asString("")
                : "from at least " + rows;
    }
}
