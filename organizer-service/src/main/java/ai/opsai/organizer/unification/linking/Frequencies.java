package ai.opsai.organizer.unification.linking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How common values are among all records: agreement on a rare value says more than on a common one. */
final class Frequencies {

    private final Map<String, Integer> counts = new HashMap<>();
    private long total;

    static Frequencies of(List<Facts> records, Function<Facts, Optional<String>> value) {
        Frequencies frequencies = new Frequencies();
        records.forEach(record -> value.apply(record).ifPresent(frequencies::count));
        return frequencies;
    }

    private void count(String value) {
        counts.merge(value, 1, Integer::sum);
        total++;
    }

    int count(Facts record, Function<Facts, Optional<String>> value) {
        return value.apply(record).map(each -> counts.getOrDefault(each, 0)).orElse(0);
    }

    int countOf(String value) {
        return counts.getOrDefault(value, 0);
    }

    long total() {
        return total;
    }

    int distinct() {
        return counts.size();
    }

    /** The log odds that agreement on the value is no chance, at most {@code most}. */
    double weight(String value, double most) {
        double share = Math.max(counts.getOrDefault(value, 1), 1) / (double) Math.max(total, 2);
        return Math.clamp(Math.log(0.9 / share), 0.1, most);
    }
}
