package ai.opsai.profile;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An estimate of how many different values there were: the {@value #SIZE} smallest of their hashes. The smallest of a
 * union are the smallest of the smallest, so that parts may be merged in any order; off by about 1.6 %.
 */
record DistinctSketch(SortedSet<Long> smallest) {

    static final int SIZE = 4_096;

    DistinctSketch {
        smallest = Collections.unmodifiableSortedSet(new TreeSet<>(smallest));
    }

    static DistinctSketch of(Collection<String> values) {
        Builder builder = new Builder();
        values.forEach(builder::add);
        return builder.build();
    }

    DistinctSketch merge(DistinctSketch other) {
        Builder builder = new Builder();
        builder.smallest.addAll(smallest);
        builder.smallest.addAll(other.smallest);
        return builder.build();
    }

    long estimate() {
        return smallest.size() < SIZE
                ? smallest.size()
                : Math.round((SIZE - 1) * (Long.MAX_VALUE / (double) smallest.last()));
    }

    /** Takes values one by one. */
    static final class Builder {

        private final TreeSet<Long> smallest = new TreeSet<>();

        void add(String value) {
            smallest.add(hash(value));
            if (smallest.size() > SIZE) {
                smallest.pollLast();
            }
        }

        DistinctSketch build() {
            while (smallest.size() > SIZE) {
                smallest.pollLast();
            }
            return new DistinctSketch(smallest);
        }

        /** FNV-1a, then the finaliser of MurmurHash3, which spreads it evenly; 63 bits. */
        private static long hash(String value) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < value.length(); i++) {
                hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
            hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return (hash ^ (hash >>> 33)) >>> 1;
        }
    }
}
