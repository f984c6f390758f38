package ai.opsai.benchmarks.load;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** What the callers saw in one window; latencies are exact, of all calls. */
public record Window(long calls, double perSecond, double p50Millis, double p99Millis) {

    private static final double NANOS_OF_SECOND = 1e9;
    private static final double NANOS_OF_MILLI = 1e6;

    static Window of(LongStream nanos, long elapsed) {
        long[] sorted = nanos.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("No call came to its end within the window: make it longer.");
        }
        return new Window(
                sorted.length,
                sorted.length * NANOS_OF_SECOND / elapsed,
                quantile(sorted, 0.50),
                quantile(sorted, 0.99));
    }

    /** The nearest rank. */
    private static double quantile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[rank - 1] / NANOS_OF_MILLI;
    }

    /** The middle one of these windows by the given number, an odd count of them. */
    static double median(List<Window> windows, ToDoubleFunction<Window> number) {
        return windows.stream()
                .map(number::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(windows.size() / 2);
    }
}
