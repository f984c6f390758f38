package ai.opsai.benchmarks.load;

import java.util.List;

/** All windows of one operation; each of its numbers is the median of theirs. */
public record Series(String name, int callers, List<Window> windows) {

    public Series {
        windows = List.copyOf(windows);
    }

    public double perSecond() {
        return Window.median(windows, Window::perSecond);
    }

    public double p50Millis() {
        return Window.median(windows, Window::p50Millis);
    }

    public double p99Millis() {
        return Window.median(windows, Window::p99Millis);
    }
}
