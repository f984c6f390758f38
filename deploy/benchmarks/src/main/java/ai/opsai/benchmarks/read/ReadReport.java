package ai.opsai.benchmarks.read;

import ai.opsai.benchmarks.report.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of one run; the first reader is measured, the second is the yardstick. */
public record ReadReport(
        Instant begun, Machine machine, int records, int pageSize, List<Speed> speeds, Map<Integer, Long> heapBytes) {

    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    public String text() {
        String rows = speeds.stream()
                .map(speed -> String.format(Locale.ROOT, "%-10s %12.0f%n", speed.name(), speed.median()))
                .collect(Collectors.joining());
        double ratio = speeds.get(0).median() / speeds.get(1).median();
        String heap = heapBytes.entrySet().stream()
                .map(point -> String.format(Locale.ROOT, "%,10d %10.1f%n", point.getKey(), point.getValue() / 1e6))
                .collect(Collectors.joining());
        return String.format(
                        Locale.ROOT,
                        "%s, %s%n%,d records in pages of %d, medians of %d rounds%n%n%-10s %12s%n",
                        begun,
                        machine.text(),
                        records,
                        pageSize,
                        speeds.getFirst().perSecond().size(),
                        "",
                        "records/s")
                + rows
                + String.format(Locale.ROOT, "%-10s %12.2f%n%n%10s %10s%n", "ratio", ratio, "records", "heap MB")
                + heap;
    }
}
