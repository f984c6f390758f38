package ai.opsai.sampler.expression;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.util.Locale;

/** {@code strftime}, and the declarative format's own additions to it. */
final class TimeFormat {

    private TimeFormat() {}

    /** The format of {@code format_datetime}: epoch forms stand alone, all else is Python's. */
    static String declarative(OffsetDateTime moment, String format) {
        return switch (format) {
            case "%s" -> String.valueOf(moment.toEpochSecond());
            case "%s_as_float" -> Numbers.text(MomentMethods.seconds(moment));
            case "%epoch_microseconds" -> String.valueOf(moment.toEpochSecond() * 1_000_000 + moment.getNano() / 1000);
            case "%ms" -> String.valueOf(moment.toInstant().toEpochMilli());
            default -> python(moment, format.replace("%_ms", "%03d".formatted(moment.getNano() / 1_000_000)));
        };
    }

    static String python(Temporal moment, String format) {
        LocalDateTime local = moment instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(moment);
        var out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char directive = format.charAt(++i);
            boolean unpadded = directive == '-' && i + 1 < format.length();
            if (unpadded) {
                directive = format.charAt(++i);
            }
            String text = directive(moment, local, directive);
            out.append(unpadded ? text.replaceFirst("^0(?=\\d)", "") : text);
        }
        return out.toString();
    }

    private static String directive(Temporal moment, LocalDateTime t, char directive) {
        return switch (directive) {
            case 'Y' -> String.valueOf(t.getYear());
            case 'y' -> two(t.getYear() % 100);
            case 'm' -> two(t.getMonthValue());
            case 'd' -> two(t.getDayOfMonth());
            case 'e' -> "%2d".formatted(t.getDayOfMonth());
            case 'H' -> two(t.getHour());
            case 'I' -> two((t.getHour() + 11) % 12 + 1);
            case 'M' -> two(t.getMinute());
            case 'S' -> two(t.getSecond());
            case 'f' -> "%06d".formatted(t.getNano() / 1000);
            case 'p' -> t.getHour() < 12 ? "AM" : "PM";
            case 'j' -> "%03d".formatted(t.getDayOfYear());
            case 'a' -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' -> t.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'B' -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'u' -> String.valueOf(t.getDayOfWeek().getValue());
            case 'w' -> String.valueOf(t.getDayOfWeek().getValue() % 7);
            case 'V' -> two(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'G' -> String.valueOf(t.get(IsoFields.WEEK_BASED_YEAR));
            case 'U' -> two((t.getDayOfYear() + 6 - t.getDayOfWeek().getValue() % 7) / 7);
            case 'W' -> two((t.getDayOfYear() + 6 - (t.getDayOfWeek().getValue() + 6) % 7) / 7);
            case 'z' -> moment instanceof OffsetDateTime aware ? offset(aware.getOffset()) : "";
            case 'Z' -> moment instanceof OffsetDateTime ? "UTC" : "";
            case 's' -> String.valueOf(t.toEpochSecond(ZoneOffset.UTC));
            case 'D' -> python(t, "%m/%d/%y");
            case 'F' -> python(t, "%Y-%m-%d");
            case 'T', 'X' -> python(t, "%H:%M:%S");
            case 'R' -> python(t, "%H:%M");
            case 'x' -> python(t, "%m/%d/%y");
            case 'c' -> python(t, "%a %b %e %H:%M:%S %Y");
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> "%" + directive;
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+0000" : offset.getId().replace(":", "");
    }
}
