package ai.opsai.benchmarks.read;

import java.util.List;

/** How fast a reader was in each round. */
public record Speed(String name, List<Double> perSecond) {

    /** The median round. */
    public double median() {
        List<Double> sorted = perSecond.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
