package ai.opsai.sampler.expression;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;

/** Texts of Python's date, datetime and timedelta. */
final class Moments {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Moments() {}

    static String iso(OffsetDateTime moment, String separator) {
        return iso(moment.toLocalDateTime(), separator) + offset(moment.getOffset());
    }

    static String iso(LocalDateTime moment, String separator) {
        int micros = moment.get(ChronoField.MICRO_OF_SECOND);
        String fraction = micros == 0 ? "" : ".%06d".formatted(micros);
        return whole(moment).replace("T", separator) + fraction;
    }

    static String isoMillis(TemporalAccessor moment, String separator) {
        LocalDateTime local = LocalDateTime.from(moment);
        String zone = moment instanceof OffsetDateTime aware ? offset(aware.getOffset()) : "";
        return whole(local).replace("T", separator) + ".%03d".formatted(local.get(ChronoField.MILLI_OF_SECOND)) + zone;
    }

    private static String whole(LocalDateTime moment) {
        return SECONDS.format(moment);
    }

    static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }

    static String repr(OffsetDateTime moment) {
        String local = repr(moment.toLocalDateTime());
        String zone = moment.getOffset().equals(ZoneOffset.UTC)
                ? "datetime.timezone.utc"
                : "datetime.timezone("
                        + repr(Duration.ofSeconds(moment.getOffset().getTotalSeconds())) + ")";
        return local.substring(0, local.length() - 1) + ", tzinfo=" + zone + ")";
    }

    static String repr(LocalDateTime moment) {
        var text = new StringBuilder("datetime.datetime(%d, %d, %d, %d, %d"
                .formatted(
                        moment.getYear(),
                        moment.getMonthValue(),
                        moment.getDayOfMonth(),
                        moment.getHour(),
                        moment.getMinute()));
        int micros = moment.get(ChronoField.MICRO_OF_SECOND);
        if (moment.getSecond() != 0 || micros != 0) {
            text.append(", ").append(moment.getSecond());
        }
        if (micros != 0) {
            text.append(", ").append(micros);
        }
        return text.append(')').toString();
    }

    static String text(Duration duration) {
        long days = Math.floorDiv(duration.toSeconds(), 86_400L);
        long seconds = Math.floorMod(duration.toSeconds(), 86_400L);
        int micros = duration.toNanosPart() / 1000;
        String clock = "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                + (micros == 0 ? "" : ".%06d".formatted(micros));
        return days == 0 ? clock : days + (Math.abs(days) == 1 ? " day, " : " days, ") + clock;
    }

    static String repr(Duration duration) {
        long days = Math.floorDiv(duration.toSeconds(), 86_400L);
        long seconds = Math.floorMod(duration.toSeconds(), 86_400L);
        int micros = duration.toNanosPart() / 1000;
        var parts = new ArrayList<String>();
        if (days != 0) {
            parts.add("days=" + days);
        }
        if (seconds != 0) {
            parts.add("seconds=" + seconds);
        }
        if (micros != 0) {
            parts.add("microseconds=" + micros);
        }
        return "datetime.timedelta(" + (parts.isEmpty() ? "0" : String.join(", ", parts)) + ")";
    }
}
