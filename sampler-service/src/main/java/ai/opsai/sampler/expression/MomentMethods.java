package ai.opsai.sampler.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Methods and attributes of Python's date, datetime and timedelta. */
final class MomentMethods {

    private MomentMethods() {}

    static @Nullable Object named(OffsetDateTime moment, String name) {
        return switch (name) {
            case "isoformat" -> (Callable) a -> iso(moment, a);
            case "timestamp" -> (Callable) a -> seconds(moment);
            case "date" -> (Callable) a -> moment.toLocalDate();
            case "astimezone" -> (Callable) a -> moment.withOffsetSameInstant(ZoneOffset.UTC);
            case "replace" -> (Callable) a -> replace(moment, a);
            default -> common(moment, moment.toLocalDateTime(), name);
        };
    }

    static @Nullable Object named(LocalDateTime moment, String name) {
        return switch (name) {
            case "isoformat" -> (Callable) a -> iso(moment, a);
            case "timestamp" -> (Callable) a -> seconds(moment.atOffset(ZoneOffset.UTC));
            case "date" -> (Callable) a -> moment.toLocalDate();
            case "replace" -> (Callable) a -> replace(moment, a);
            default -> common(moment, moment, name);
        };
    }

    static @Nullable Object named(LocalDate date, String name) {
        return switch (name) {
            case "isoformat" -> (Callable) a -> date.toString();
            case "replace" -> (Callable) a -> replace(date, a);
            default -> common(date, date.atStartOfDay(), name);
        };
    }

    static @Nullable Object named(Duration duration, String name) {
        return switch (name) {
            case "total_seconds" -> (Callable) a -> duration.toNanos() / 1_000_000_000.0;
            case "days" -> Math.floorDiv(duration.getSeconds(), 86_400L);
            case "seconds" -> Math.floorMod(duration.getSeconds(), 86_400L);
            case "microseconds" -> duration.getNano() / 1000L;
            default -> null;
        };
    }

    private static @Nullable Object common(Temporal moment, LocalDateTime local, String name) {
        return switch (name) {
            case "strftime" -> (Callable) a -> TimeFormat.python(moment, a.text(0, "format"));
            case "year" -> (long) local.getYear();
            case "month" -> (long) local.getMonthValue();
            case "day" -> (long) local.getDayOfMonth();
            case "hour" -> (long) local.getHour();
            case "minute" -> (long) local.getMinute();
            case "second" -> (long) local.getSecond();
            case "microsecond" -> local.getNano() / 1000L;
            case "weekday" -> (Callable) a -> local.getDayOfWeek().getValue() - 1L;
            case "isoweekday" -> (Callable) a -> (long) local.getDayOfWeek().getValue();
            default -> null;
        };
    }

    static double seconds(OffsetDateTime moment) {
        return moment.toEpochSecond() + moment.getNano() / 1_000_000_000.0;
    }

    private static String iso(Temporal moment, Arguments a) {
        String separator = Texts.required(a.get(0, "sep", "T"));
        return switch (Texts.required(a.get(1, "timespec", "auto"))) {
            case "milliseconds" -> Moments.isoMillis(moment, separator);
            case "seconds" -> seconds(moment, separator);
            case "minutes" -> cut(seconds(moment, separator), "2026-03-04T05:06".length());
            case "hours" -> cut(seconds(moment, separator), "2026-03-04T05".length());
            default -> full(moment, separator);
        };
    }

    private static String seconds(Temporal moment, String separator) {
        return full(moment.with(java.time.temporal.ChronoField.NANO_OF_SECOND, 0), separator);
    }

    /** Leaves out the smaller units, but not the offset behind them. */
    private static String cut(String seconds, int end) {
        return seconds.substring(0, end) + seconds.substring("2026-03-04T05:06:07".length());
    }

    private static String full(Temporal moment, String separator) {
        return moment instanceof OffsetDateTime aware
                ? Moments.iso(aware, separator)
                : Moments.iso(LocalDateTime.from(moment), separator);
    }

    private static Temporal replace(Temporal moment, Arguments a) {
        Temporal changed = moment;
        for (var entry : a.named().entrySet()) {
            changed = entry.getKey().equals("tzinfo")
                    ? zoned(changed, entry.getValue())
                    : with(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    private static Temporal zoned(Temporal moment, @Nullable Object zone) {
        LocalDateTime local = LocalDateTime.from(moment);
        return zone == null ? local : local.atOffset(ZoneOffset.UTC);
    }

    private static Temporal with(Temporal moment, String field, @Nullable Object value) {
        long number = Numbers.big(value).longValue();
        return switch (field) {
            case "year" -> moment.with(java.time.temporal.ChronoField.YEAR, number);
            case "month" -> moment.with(java.time.temporal.ChronoField.MONTH_OF_YEAR, number);
            case "day" -> moment.with(java.time.temporal.ChronoField.DAY_OF_MONTH, number);
            case "hour" -> moment.with(java.time.temporal.ChronoField.HOUR_OF_DAY, number);
            case "minute" -> moment.with(java.time.temporal.ChronoField.MINUTE_OF_HOUR, number);
            case "second" -> moment.with(java.time.temporal.ChronoField.SECOND_OF_MINUTE, number);
            case "microsecond" -> moment.with(java.time.temporal.ChronoField.MICRO_OF_SECOND, number);
            default -> throw new ExpressionException.WrongType("unknown field " + field);
        };
    }
}
