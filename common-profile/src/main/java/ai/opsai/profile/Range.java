package ai.opsai.profile;

import java.math.BigDecimal;

/** Smallest and largest of some numbers. */
public record Range(BigDecimal min, BigDecimal max) {

    static Range of(BigDecimal value) {
        BigDecimal normal = value.stripTrailingZeros();
        return new Range(normal, normal);
    }

    boolean holds(Range other) {
        return min.compareTo(other.min) <= 0 && max.compareTo(other.max) >= 0;
    }

    Range merge(Range other) {
        return new Range(min.min(other.min), max.max(other.max));
    }
}
