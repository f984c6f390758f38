package ai.opsai.sampler.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Sums and differences of dates, datetimes and durations. */
final class MomentArithmetic {

    private MomentArithmetic() {}

    static Object plus(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.plus(b);
        }
        return isDuration(left) ? add(right, left) : add(left, right);
    }

    static Object minus(@Nullable Object left, @Nullable Object right) {
        if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
            return Duration.between(b, a);
        }
        if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
            return Duration.between(b, a);
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return Duration.ofDays(a.toEpochDay() - b.toEpochDay());
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.minus(b);
        }
        return switch (right) {
            case Duration duration -> add(left, duration.negated());
            case CalendarDuration duration -> add(left, duration.negated());
            case null, default -> fail();
        };
    }

    private static boolean isDuration(@Nullable Object value) {
        return value instanceof Duration || value instanceof CalendarDuration;
    }

    private static Object add(@Nullable Object moment, @Nullable Object amount) {
        long months = amount instanceof CalendarDuration calendar ? calendar.months() : 0;
        Duration rest = switch (amount) {
            case Duration duration -> duration;
            case CalendarDuration calendar -> calendar.rest();
            case null, default -> throw new ExpressionException.WrongType("unsupported operand types");
        };
        return switch (moment) {
            case OffsetDateTime aware -> aware.plusMonths(months).plus(rest);
            case LocalDateTime naive -> naive.plusMonths(months).plus(rest);
            case LocalDate date -> date.plusMonths(months).plusDays(Math.floorDiv(rest.toSeconds(), 86_400L));
            case null, default -> fail();
        };
    }

    private static Object fail() {
        throw new ExpressionException.WrongType("unsupported operand types");
    }
}
