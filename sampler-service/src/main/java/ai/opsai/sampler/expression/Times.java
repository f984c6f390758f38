package ai.opsai.sampler.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Moments and durations as manifests write them, for components that compute with time themselves. */
public final class Times {

    private Times() {}

    /**
     * Reads a moment by a format of the declarative language; one that doesn't follow it may be ISO 8601.
     *
     * @throws ExpressionException when it is neither
     */
    public static OffsetDateTime parse(String text, String format) {
        try {
            return TimeParser.format(text, format);
        } catch (ExpressionException | DateTimeException e) {
            return TimeParser.iso(text);
        }
    }

    public static String format(OffsetDateTime moment, String format) {
        return TimeFormat.declarative(moment, format);
    }

    /**
     * Adds an ISO 8601 duration, which may have years and months.
     *
     * @throws ExpressionException when the text is none
     */
    public static OffsetDateTime plus(OffsetDateTime moment, String duration) {
        return added(moment, Durations.parse(duration));
    }

    /** @throws ExpressionException when the text is no ISO 8601 duration */
    public static OffsetDateTime minus(OffsetDateTime moment, String duration) {
        return switch (Durations.parse(duration)) {
            case CalendarDuration calendar -> added(moment, calendar.negated());
            case Object plain -> moment.minus((Duration) plain);
        };
    }

    private static OffsetDateTime added(OffsetDateTime moment, Object duration) {
        return switch (duration) {
            case CalendarDuration(long months, Duration rest) ->
                moment.plusMonths(months).plus(rest);
            default -> moment.plus((Duration) duration);
        };
    }
}
