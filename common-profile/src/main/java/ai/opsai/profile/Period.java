package ai.opsai.profile;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The oldest and the newest of some moments. */
public record Period(Instant oldest, Instant newest) {

    static Period of(Instant moment) {
        return new Period(moment, moment);
    }

    Period merge(Period other) {
        return new Period(
                oldest.isBefore(other.oldest) ? oldest : other.oldest,
                newest.isAfter(other.newest) ? newest : other.newest);
    }

    static @Nullable Period joined(@Nullable Period left, @Nullable Period right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : left.merge(right);
    }

    /** The period between two epochs. */
    static Period ofEpochs(Range range, boolean millis) {
        BigDecimal unit = millis ? BigDecimal.ONE : BigDecimal.valueOf(1_000);
        return new Period(
                Instant.ofEpochMilli(range.min().multiply(unit).longValue()),
                Instant.ofEpochMilli(range.max().multiply(unit).longValue()));
    }
}
