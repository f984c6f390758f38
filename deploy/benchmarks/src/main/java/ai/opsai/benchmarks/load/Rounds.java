package ai.opsai.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures operations in turn, round after round, so that what else happens on the machine meets all of them alike. A
 * first round, for the compiler and the pools, does not count.
 */
public final class Rounds {

    private static final int COUNTED = 3;

    private final Consumer<String> progress;

    public Rounds(Consumer<String> progress) {
        this.progress = progress;
    }

    /** An operation and those who call it. */
    public record Plan(Operation operation, Callers callers) {}

    /** One series for each plan, in their order. */
    public List<Series> run(List<Plan> plans) throws InterruptedException {
        List<List<Window>> windows =
                plans.stream().map(_ -> (List<Window>) new ArrayList<Window>()).toList();
        for (int round = 0; round <= COUNTED; round++) {
            progress.accept(round == 0 ? "Warming up" : "Window " + round + " of " + COUNTED);
            for (int index = 0; index < plans.size(); index++) {
                Plan plan = plans.get(index);
                Window window = plan.callers().measure(plan.operation());
                if (round > 0) {
                    windows.get(index).add(window);
                }
            }
        }
        return series(plans, windows);
    }

    private static List<Series> series(List<Plan> plans, List<List<Window>> windows) {
        List<Series> series = new ArrayList<>();
        for (int index = 0; index < plans.size(); index++) {
            Plan plan = plans.get(index);
            series.add(new Series(plan.operation().name(), plan.callers().count(), windows.get(index)));
        }
        return series;
    }
}
