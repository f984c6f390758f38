package ai.opsai.organizer.run;

import ai.opsai.events.MissingSample;
import ai.opsai.organizer.inventory.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Which samples a run works with, or that it has to wait for some, or that there is none. */
sealed interface InputChoice {

    record Wait() implements InputChoice {}

    record NoSamples() implements InputChoice {}

    record Ready(Map<UUID, Long> inputs, List<MissingSample> missing) implements InputChoice {}

    /**
     * Takes the newest complete sample of every connection that is not over, once each expected one is there or is known
     * not to come; with {@code patient} false without waiting any longer.
     */
    static InputChoice of(Map<UUID, Long> expected, Map<UUID, Stock> stock, boolean patient) {
        if (patient && expected.keySet().stream().anyMatch(id -> !answered(expected, stock, id))) {
            return new Wait();
        }
        SortedSet<UUID> connections = new TreeSet<>(expected.keySet());
        connections.addAll(stock.keySet());
        Map<UUID, Long> inputs = new TreeMap<>();
        List<MissingSample> missing = new ArrayList<>();
        for (UUID id : connections) {
            Stock of = stock.get(id);
            if (of == null) {
                missing.add(new MissingSample(id, "unknown", "sample_late"));
            } else if (!of.connection().state().isOver()) {
                take(of, expected.getOrDefault(id, 0L), inputs, missing);
            }
        }
        return inputs.isEmpty() ? new NoSamples() : new Ready(inputs, missing);
    }

    private static boolean answered(Map<UUID, Long> expected, Map<UUID, Stock> stock, UUID id) {
        Stock of = stock.get(id);
        return of != null && (of.connection().state().isOver() || of.answers(expected.getOrDefault(id, 0L)));
    }

    private static void take(Stock of, long expected, Map<UUID, Long> inputs, List<MissingSample> missing) {
        OptionalLong newest = of.newest();
        newest.ifPresent(version -> inputs.put(of.connection().id(), version));
        if (newest.isEmpty() ? expected > 0 : newest.getAsLong() < expected) {
            String code = of.failures().getOrDefault(expected, "sample_late");
            missing.add(new MissingSample(of.connection().id(), of.connection().provider(), code));
        }
    }
}
