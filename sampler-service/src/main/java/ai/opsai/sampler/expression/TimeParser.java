package ai.opsai.sampler.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads moments: ISO 8601 as the reference's reader takes it, and {@code strptime} formats. */
final class TimeParser {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?"
            + "(?:[T ](\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?)?\\s?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private TimeParser() {}

    static OffsetDateTime iso(String text) {
        Matcher m = ISO.matcher(text);
        if (!m.matches()) {
            throw new ExpressionException("no ISO 8601 moment");
        }
        try {
            LocalDate date = LocalDate.of(number(m, 1, 0), number(m, 2, 1), number(m, 3, 1));
            String fraction = m.group(7) == null ? "0" : (m.group(7) + "000000").substring(0, 6);
            int hour = number(m, 4, 0);
            LocalTime time = LocalTime.of(
                    hour == 24 ? 0 : hour, number(m, 5, 0), number(m, 6, 0), Integer.parseInt(fraction) * 1000);
            return (hour == 24 ? date.plusDays(1) : date)
                    .atTime(time)
                    .atOffset(zone(m.group(8)))
                    .withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new ExpressionException("no ISO 8601 moment");
        }
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
    }

    private static ZoneOffset zone(@org.jspecify.annotations.Nullable String text) {
        if (text == null || text.equalsIgnoreCase("Z") || text.equals("UTC") || text.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(
                text.length() == 5 && text.indexOf(':') < 0 ? text.substring(0, 3) + ":" + text.substring(3) : text);
    }

    /** Reads by a format; a moment without a zone is taken as UTC. */
    static OffsetDateTime format(String text, String format) {
        try {
            return switch (format) {
                case "%s" -> epoch(new BigDecimal(text).setScale(0, RoundingMode.DOWN));
                case "%s_as_float" -> epoch(new BigDecimal(text));
                case "%ms" -> epoch(new BigDecimal(text).movePointLeft(3));
                case "%epoch_microseconds" -> epoch(new BigDecimal(text).movePointLeft(6));
                default -> directives(text, format.replace("%_ms", "%f"));
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new ExpressionException("the time doesn't match its format");
        }
    }

    private static OffsetDateTime epoch(BigDecimal seconds) {
        BigDecimal micros = seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
        return Instant.EPOCH
                .plus(micros.longValueExact(), java.time.temporal.ChronoUnit.MICROS)
                .atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime directives(String text, String format) {
        var fields = new ArrayList<Character>();
        Matcher m = Pattern.compile(pattern(format, fields), Pattern.CASE_INSENSITIVE)
                .matcher(text);
        if (!m.matches()) {
            throw new ExpressionException("the time doesn't match its format");
        }
        int[] parts = {1900, 1, 1, 0, 0, 0, 0};
        ZoneOffset zone = ZoneOffset.UTC;
        boolean afternoon = false;
        boolean twelve = false;
        for (int i = 0; i < fields.size(); i++) {
            String value = m.group(i + 1);
            switch (fields.get(i)) {
                case 'Y' -> parts[0] = Integer.parseInt(value);
                case 'y' -> parts[0] = Integer.parseInt(value) + (Integer.parseInt(value) < 69 ? 2000 : 1900);
                case 'm' -> parts[1] = Integer.parseInt(value);
                case 'b', 'B' ->
                    parts[1] = months().indexOf(value.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
                case 'd' -> parts[2] = Integer.parseInt(value.strip());
                case 'H' -> parts[3] = Integer.parseInt(value);
                case 'I' -> {
                    parts[3] = Integer.parseInt(value) % 12;
                    twelve = true;
                }
                case 'p' -> afternoon = value.equalsIgnoreCase("PM");
                case 'M' -> parts[4] = Integer.parseInt(value);
                case 'S' -> parts[5] = Integer.parseInt(value);
                case 'f' -> parts[6] = Integer.parseInt((value + "000000").substring(0, 6));
                case 'z', 'Z' -> zone = zone(value);
                default -> {}
            }
        }
        return LocalDateTime.of(
                        parts[0],
                        parts[1],
                        parts[2],
                        parts[3] + (twelve && afternoon ? 12 : 0),
                        parts[4],
                        parts[5],
                        parts[6] * 1000)
                .atOffset(zone)
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static List<String> months() {
        return Arrays.stream(Month.values())
                .map(month ->
                        month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }

    private static String pattern(String format, List<Character> fields) {
        var pattern = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                pattern.append(Character.isWhitespace(c) ? "\\s+" : Pattern.quote(String.valueOf(c)));
                continue;
            }
            char directive = format.charAt(++i);
            String field = field(directive);
            pattern.append(field);
            if (field.startsWith("(")) {
                fields.add(directive);
            }
        }
        return pattern.toString();
    }

    private static String field(char directive) {
        return switch (directive) {
            case 'Y' -> "(\\d{4})";
            case 'm', 'd', 'H', 'I', 'M', 'S', 'y' -> "(\\d{1,2})";
            case 'f' -> "(\\d{1,6})";
            case 'j' -> "(\\d{1,3})";
            case 'z' -> "(Z|[+-]\\d{2}:?\\d{2})";
            case 'Z' -> "(UTC|GMT|Z)";
            case 'p' -> "(AM|PM)";
            case 'a', 'A' -> "([A-Za-z]{3,9})";
            case 'b', 'B' -> "([A-Za-z]{3,9})";
            case 'T' -> "(?:\\d{2}:\\d{2}:\\d{2})";
            case '%' -> "%";
            default -> throw new ExpressionException("unknown directive %" + directive);
        };
    }
}
