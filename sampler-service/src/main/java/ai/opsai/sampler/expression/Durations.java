package ai.opsai.sampler.expression;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ISO 8601 durations: with years or months as calendar durations, others as plain ones. */
final class Durations {

    private static final Pattern DURATION =
            Pattern.compile("([+-])?P(?!$)(?:(\\d+(?:[.,]\\d+)?)Y)?(?:(\\d+(?:[.,]\\d+)?)M)?"
                    + "(?:(\\d+(?:[.,]\\d+)?)W)?(?:(\\d+(?:[.,]\\d+)?)D)?"
                    + "(?:T(?:(\\d+(?:[.,]\\d+)?)H)?(?:(\\d+(?:[.,]\\d+)?)M)?(?:(\\d+(?:[.,]\\d+)?)S)?)?");

    private Durations() {}

    static Object parse(String text) {
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            throw new ExpressionException("no ISO 8601 duration");
        }
        double seconds = part(m, 4) * 604_800 + part(m, 5) * 86_400 + part(m, 6) * 3600 + part(m, 7) * 60 + part(m, 8);
        var rest = Duration.ofNanos(Math.round(seconds * 1_000_000_000));
        long months = Math.round(part(m, 2) * 12 + part(m, 3));
        boolean negative = "-".equals(m.group(1));
        if (months == 0) {
            return negative ? rest.negated() : rest;
        }
        var calendar = new CalendarDuration(months, rest);
        return negative ? calendar.negated() : calendar;
    }

    private static double part(Matcher matcher, int group) {
        return matcher.group(group) == null
                ? 0
                : Double.parseDouble(matcher.group(group).replace(',', '.'));
    }
}
