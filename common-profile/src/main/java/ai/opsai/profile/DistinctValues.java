package ai.opsai.profile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a field, exact up to a bound. Past the bound the values are let go and an estimate of their
 * number stays, the same whatever the order in which parts were merged.
 *
 * @param sketch absent as long as the values are exact
 */
public record DistinctValues(Set<String> values, @Nullable DistinctSketch sketch) {

    static final int BOUND = 100_000;

    static final DistinctValues NONE = new DistinctValues(Set.of(), null);

    public DistinctValues {
        values = Set.copyOf(values);
    }

    static DistinctValues of(Collection<String> values) {
        Set<String> different = new HashSet<>(values);
        return different.size() > BOUND
                ? new DistinctValues(Set.of(), DistinctSketch.of(different))
                : new DistinctValues(different, null);
    }

    DistinctValues merge(DistinctValues other) {
        if (sketch != null || other.sketch != null) {
            return new DistinctValues(Set.of(), sketched().merge(other.sketched()));
        }
        Set<String> union = new HashSet<>(values);
        union.addAll(other.values);
        return of(union);
    }

    private DistinctSketch sketched() {
        return sketch == null ? DistinctSketch.of(values) : sketch;
    }

    public boolean overflown() {
        return sketch != null;
    }

    /** How many there are; after an overflow an estimate. */
    public int count() {
        return sketch == null ? values.size() : Math.toIntExact(Math.max(BOUND + 1, sketch.estimate()));
    }

    public SortedSet<String> sorted() {
        return new TreeSet<>(values);
    }

    /** Takes values one by one. */
    static final class Builder {

        private final Set<String> values = new HashSet<>();
        private DistinctSketch.@Nullable Builder sketch;

        void add(String value) {
            if (sketch != null) {
                sketch.add(value);
            } else if (values.add(value) && values.size() > BOUND) {
                sketch = new DistinctSketch.Builder();
                values.forEach(sketch::add);
                values.clear();
            }
        }

        DistinctValues build() {
            return sketch == null ? of(values) : new DistinctValues(Set.of(), sketch.build());
        }
    }
}
