package ai.opsai.sampler.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates in the formats of manifests, by way of Java's formatter. */
final class Clockwork {

    private static final Map<Character, String> PATTERNS = Map.ofEntries(
            Map.entry('Y', "uuuu"),
            Map.entry('y', "uu"),
            Map.entry('m', "MM"),
            Map.entry('d', "dd"),
            Map.entry('H', "HH"),
            Map.entry('I', "hh"),
            Map.entry('p', "a"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('f', "SSSSSS"),
            Map.entry('b', "MMM"),
            Map.entry('B', "MMMM"),
            Map.entry('a', "EEE"),
            Map.entry('A', "EEEE"),
            Map.entry('j', "DDD"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('F', "uuuu-MM-dd"),
            Map.entry('z', "xx"),
            Map.entry('%', "'%'"));

    private Clockwork() {}

    /** What an ISO 8601 duration adds. */
    record Span(Period days, Duration time) {

        static Span parse(String text) {
            int t = text.indexOf('T');
            String date = t < 0 ? text : text.substring(0, t);
            try {
                return new Span(
                        date.length() > 1 ? Period.parse(date) : Period.ZERO,
                        t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t)));
            } catch (DateTimeException e) {
                throw new NotReplayed("duration " + text);
            }
        }

        OffsetDateTime after(OffsetDateTime moment) {
            return moment.plus(days).plus(time);
        }

        OffsetDateTime before(OffsetDateTime moment) {
            return moment.minus(days).minus(time);
        }
    }

    static String format(OffsetDateTime moment, String format) {
        Instant instant = moment.toInstant();
        long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
        return switch (format) {
            case "%s" -> String.valueOf(instant.getEpochSecond());
            case "%ms" -> String.valueOf(micros / 1_000);
            case "%epoch_microseconds" -> String.valueOf(micros);
            case "%s_as_float" -> throw new NotReplayed("date format " + format);
            default ->
                formatter(format.replace("%s", String.valueOf(instant.getEpochSecond())))
                        .format(moment);
        };
    }

    static OffsetDateTime parse(String text, String format) {
        try {
            return switch (format) {
                case "%s" -> ofMicros((long) (Double.parseDouble(text) * 1_000_000));
                case "%ms" -> ofMicros(Long.parseLong(text) * 1_000);
                case "%epoch_microseconds" -> ofMicros(Long.parseLong(text));
                default -> {
                    var parsed = formatter(format).parse(text);
                    yield java.time.LocalDateTime.of(
                                    java.time.LocalDate.from(parsed),
                                    parsed.isSupported(ChronoField.HOUR_OF_DAY)
                                            ? java.time.LocalTime.from(parsed)
                                            : java.time.LocalTime.MIDNIGHT)
                            .atOffset(
                                    parsed.isSupported(ChronoField.OFFSET_SECONDS)
                                            ? ZoneOffset.ofTotalSeconds(parsed.get(ChronoField.OFFSET_SECONDS))
                                            : ZoneOffset.UTC)
                            .withOffsetSameInstant(ZoneOffset.UTC);
                }
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new NotReplayed("date " + text + " is not of format " + format);
        }
    }

    /** A date in any of the usual forms. */
    static OffsetDateTime guess(String text) {
        for (String format : List.of(
                "%Y-%m-%dT%H:%M:%SZ",
                "%Y-%m-%d",
                "%Y-%m-%dT%H:%M:%S.%fZ",
                "%Y-%m-%dT%H:%M:%S.%msZ",
                "%Y-%m-%dT%H:%M:%S%z",
                "%Y-%m-%dT%H:%M:%S.%f%z",
                "%Y-%m-%d %H:%M:%S",
                "%Y-%m-%dT%H:%M:%S",
                "%Y-%m-%dT%H:%M:%S.%f",
                "%s")) {
            OffsetDateTime parsed = parsed(text, format);
            if (parsed != null) {
                return parsed;
            }
        }
        throw new NotReplayed("date " + text);
    }

    private static @Nullable OffsetDateTime parsed(String text, String format) {
        try {
            return parse(text, format);
        } catch (NotReplayed e) {
            return null;
        }
    }

    private static OffsetDateTime ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000)
                .atOffset(ZoneOffset.UTC);
    }

    private static DateTimeFormatter formatter(String format) {
        var builder = new DateTimeFormatterBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                builder.appendLiteral(c);
            } else if (format.startsWith("%ms", i)) {
                builder.appendFraction(ChronoField.NANO_OF_SECOND, 3, 3, false);
                i += 2;
            } else if (format.startsWith("%_ms", i)) {
                builder.appendFraction(ChronoField.NANO_OF_SECOND, 3, 3, false);
                i += 3;
            } else if (i + 1 < format.length() && PATTERNS.containsKey(format.charAt(i + 1))) {
                builder.appendPattern(String.valueOf(PATTERNS.get(format.charAt(++i))));
            } else {
                throw new NotReplayed("date format " + format);
            }
        }
        return builder.toFormatter(Locale.ENGLISH);
    }
}
