package ai.opsai.profile;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the values at one path: how many of each kind and format, how many blank, the different ones, the
 * ranges of the numbers and of the text lengths. Immutable and mergeable.
 */
public record ValueProfile(
        Map<JsonKind, Long> kinds,
        long blanks,
        Map<Format, Long> formats,
        DistinctValues distinct,
        @Nullable Range numbers,
        @Nullable Range lengths) {

    static final ValueProfile EMPTY = new ValueProfile(Map.of(), 0, Map.of(), DistinctValues.NONE, null, null);

    public ValueProfile {
        kinds = Map.copyOf(kinds);
        formats = Map.copyOf(formats);
    }

    ValueProfile withKinds(Map<JsonKind, Long> counts) {
        return new ValueProfile(counts, blanks, formats, distinct, numbers, lengths);
    }

    ValueProfile merge(ValueProfile other) {
        return new ValueProfile(
                sum(JsonKind.class, kinds, other.kinds),
                blanks + other.blanks,
                sum(Format.class, formats, other.formats),
                distinct.merge(other.distinct),
                merge(numbers, other.numbers),
                merge(lengths, other.lengths));
    }

    /** How often the key was there, null or not. */
    public long present() {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(JsonKind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    public long count(Format format) {
        return formats.getOrDefault(format, 0L);
    }

    public long nulls() {
        return count(JsonKind.NULL);
    }

    /** Values that say something: neither null nor blank text. */
    public long filled() {
        return present() - nulls() - blanks;
    }

    /** Filled strings, numbers and booleans. */
    public long scalars() {
        return filled() - count(JsonKind.OBJECT) - count(JsonKind.ARRAY);
    }

    /** Filled texts. */
    public long texts() {
        return count(JsonKind.STRING) - blanks;
    }

    public long numbersSeen() {
        return count(JsonKind.INTEGER) + count(JsonKind.DECIMAL);
    }

    /** Share of the filled scalars that have the format, 0 when there are none. */
    public double share(Format format) {
        return scalars() == 0 ? 0 : (double) count(format) / scalars();
    }

    /** True when no filled scalar repeats. */
    public boolean isUnique() {
        return scalars() > 0 && !distinct.overflown() && distinct.count() == scalars();
    }

    private static <K extends Enum<K>> Map<K, Long> sum(Class<K> type, Map<K, Long> left, Map<K, Long> right) {
        EnumMap<K, Long> sums = new EnumMap<>(type);
        sums.putAll(left);
        right.forEach((key, count) -> sums.merge(key, count, Long::sum));
        return sums;
    }

    private static @Nullable Range merge(@Nullable Range left, @Nullable Range right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : left.merge(right);
    }
}
