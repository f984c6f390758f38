package ai.opsai.profile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The different values of a field, exact up to a bound. Past the bound the values are let go and only "more than that"
 * stays true, whatever the order in which parts were merged.
 */
public record DistinctValues(Set<String> values, boolean overflown) {

    static final int BOUND = 100_000;

    static final DistinctValues NONE = new DistinctValues(Set.of(), false);

    public DistinctValues {
        values = Set.copyOf(values);
    }

    static DistinctValues of(Collection<String> values) {
        return values.size() > BOUND
                ? new DistinctValues(Set.of(), true)
                : new DistinctValues(new HashSet<>(values), false);
    }

    DistinctValues merge(DistinctValues other) {
        if (overflown || other.overflown) {
            return new DistinctValues(Set.of(), true);
        }
        Set<String> union = new HashSet<>(values);
        union.addAll(other.values);
        return of(union);
    }

    /** How many there are; after an overflow the bound plus one: "more than that". */
    public int count() {
        return overflown ? BOUND + 1 : values.size();
    }

    public SortedSet<String> sorted() {
        return new TreeSet<>(values);
    }
}
