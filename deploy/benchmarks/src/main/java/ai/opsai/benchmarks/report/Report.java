package ai.opsai.benchmarks.report;

import ai.opsai.benchmarks.load.Series;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbers of one run.
 *
 * @param measured what the run is about
 * @param baseline the yardstick, by the same callers in the same run
 * @param further what explains the numbers
 */
public record Report(
        Instant begun, Machine machine, long windowSeconds, Series measured, Series baseline, List<Series> further) {

    public Report {
        further = List.copyOf(further);
    }

    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    public String text() {
        String rows = Stream.concat(Stream.of(measured, baseline), further.stream())
                .map(Report::row)
                .collect(Collectors.joining());
        return "%s, %s%nMedians of %d windows of %d s%n%n%-18s %8s %12s %10s %10s%n"
                        .formatted(
                                begun,
                                machine.text(),
                                measured.windows().size(),
                                windowSeconds,
                                "",
                                "callers",
                                "per second",
                                "p50 ms",
                                "p99 ms")
                + rows
                + ratios();
    }

    private static String row(Series series) {
        return String.format(
                Locale.ROOT,
                "%-18s %8d %12.1f %10.3f %10.3f%n",
                series.name(),
                series.callers(),
                series.perSecond(),
                series.p50Millis(),
                series.p99Millis());
    }

    private String ratios() {
        return String.format(
                Locale.ROOT,
                "%-27s %12.3f %10.2f %10.2f%n",
                "of " + baseline.name(),
                measured.perSecond() / baseline.perSecond(),
                measured.p50Millis() / baseline.p50Millis(),
                measured.p99Millis() / baseline.p99Millis());
    }
}
