package ai.opsai.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates and times that {@link Format#DATE} and {@link Format#TIMESTAMP} recognise; without an offset as UTC. */
final class Moments {

    private static final Pattern TIME =
            Pattern.compile("[T ](\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?)\\s?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");

    private Moments() {}

    /** Null where the text is none. */
    static @Nullable Instant of(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.substring(0, 10));
            if (text.length() == 10) {
                return date.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            Matcher time = TIME.matcher(text).region(10, text.length());
            return time.matches()
                    ? date.atTime(LocalTime.parse(time.group(1).replace(',', '.')))
                            .toInstant(offset(time.group(2)))
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static ZoneOffset offset(@Nullable String written) {
        return written == null || written.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }
}
