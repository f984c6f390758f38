package ai.opsai.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** Where a run took place, and how busy it was there before. */
public record Machine(int processors, String system, String java, double loadBefore) {

    /** As it is now. */
    public static Machine now() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                system.getName() + " " + system.getArch(),
                System.getProperty("java.version", ""),
                system.getSystemLoadAverage());
    }

    /** For people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%d processors, %s, Java %s, load average before %.2f",
                processors,
                system,
                java,
                loadBefore);
    }
}
