package ai.opsai.profile;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each of a few texts occurs. Past {@value #BOUND} different ones the counts are let go and only "many" stays
 * true, whatever the order in which parts were merged.
 */
public record Counts(SortedMap<String, Long> counts, boolean many) {

    static final int BOUND = 64;

    static final Counts NONE = new Counts(new TreeMap<>(), false);
    private static final Counts MANY = new Counts(new TreeMap<>(), true);

    public Counts {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    Counts merge(Counts other) {
        if (many || other.many) {
            return MANY;
        }
        SortedMap<String, Long> sums = new TreeMap<>(counts);
        other.counts.forEach((text, count) -> sums.merge(text, count, Long::sum));
        return sums.size() > BOUND ? MANY : new Counts(sums, false);
    }

    /** The most frequent first, ties in order of their texts. */
    public List<Map.Entry<String, Long>> ranked() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** Takes texts one by one. */
    static final class Builder {

        private final SortedMap<String, Long> counts = new TreeMap<>();
        private boolean many;

        void add(String text) {
            if (!many) {
                counts.merge(text, 1L, Long::sum);
                if (counts.size() > BOUND) {
                    giveUp();
                }
            }
        }

        void giveUp() {
            many = true;
            counts.clear();
        }

        Counts build() {
            return many ? MANY : new Counts(counts, false);
        }
    }
}
