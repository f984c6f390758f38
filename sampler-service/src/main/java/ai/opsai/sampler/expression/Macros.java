package ai.opsai.sampler.expression;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that every expression may call. */
final class Macros {

    private static final Set<String> NAMES = Set.of(
            "now_utc",
            "today_utc",
            "today_with_timezone",
            "timestamp",
            "str_to_datetime",
            "max",
            "min",
            "day_delta",
            "duration",
            "format_datetime",
            "sanitize_url",
            "camel_case_to_snake_case",
            "generate_uuid",
            "namespace",
            "dict");

    private Macros() {}

    static boolean exists(String name) {
        return NAMES.contains(name);
    }

    static @Nullable Callable named(String name, Clock clock) {
        return switch (name) {
            case "now_utc" -> a -> now(clock);
            case "today_utc" -> a -> now(clock).toLocalDate();
            case "today_with_timezone" -> a -> today(clock, a.text(0, "timezone"));
            case "timestamp" -> a -> timestamp(a.get(0, "dt"));
            case "str_to_datetime" -> a -> TimeParser.iso(moment(a.get(0, "s")));
            case "max" -> a -> extreme(a, 1);
            case "min" -> a -> extreme(a, -1);
            case "day_delta" -> a -> dayDelta(clock, a);
            case "duration" -> a -> Durations.parse(a.text(0, "datestring"));
            case "format_datetime" -> Macros::formatDatetime;
            case "sanitize_url" ->
                a -> TextFilters.quote(a.text(0, "value"), "").replace("%20", "+");
            case "camel_case_to_snake_case" -> a -> snakeCase(a.text(0, "value"));
            case "generate_uuid" -> a -> java.util.UUID.randomUUID().toString();
            case "namespace" -> a -> namespace(a);
            case "dict" -> a -> new java.util.LinkedHashMap<@Nullable Object, @Nullable Object>(a.named());
            default -> null;
        };
    }

    private static OffsetDateTime now(Clock clock) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return now.withNano(now.getNano() / 1000 * 1000);
    }

    private static LocalDate today(Clock clock, String zone) {
        try {
            return clock.instant().atZone(ZoneId.of(zone)).toLocalDate();
        } catch (DateTimeException e) {
            throw new ExpressionException("unknown time zone");
        }
    }

    private static Object timestamp(@Nullable Object value) {
        return Numbers.isNumber(value)
                ? Numbers.truncated(Numbers.real(value))
                : (Object) MomentMethods.seconds(TimeParser.iso(moment(value)));
    }

    /** The reference's reader of moments touches what it is given, so an undefined fails as an access, not as a type. */
    private static String moment(@Nullable Object value) {
        if (value == Undefined.VALUE) {
            throw new ExpressionException.ThroughUndefined("the moment is undefined");
        }
        return Texts.required(value);
    }

    private static @Nullable Object extreme(Arguments a, int sign) {
        List<@Nullable Object> items =
                a.positional().size() == 1 ? Sequences.items(a.get(0, "iterable")) : a.positional();
        if (items.isEmpty()) {
            throw new ExpressionException("no value to choose from");
        }
        Object best = items.getFirst();
        for (Object item : items.subList(1, items.size())) {
            best = Comparisons.order(item, best) * sign > 0 ? item : best;
        }
        return best;
    }

    private static String dayDelta(Clock clock, Arguments a) {
        Object days = a.get(0, "num_days");
        String format = Texts.required(a.get(1, "format", "%Y-%m-%dT%H:%M:%S.%f%z"));
        OffsetDateTime moment = now(clock).plus(Duration.ofSeconds(Math.round(Numbers.real(days) * 86_400)));
        return TimeFormat.python(moment, format);
    }

    private static String formatDatetime(Arguments a) {
        Object value = a.get(0, "dt");
        String format = a.text(1, "format");
        Object input = a.get(2, "input_format", null);
        OffsetDateTime moment = switch (value) {
            case OffsetDateTime aware -> aware;
            case LocalDateTime naive -> naive.atOffset(ZoneOffset.UTC);
            case null, default -> parsed(value, input);
        };
        return TimeFormat.declarative(moment, format);
    }

    private static OffsetDateTime parsed(@Nullable Object value, @Nullable Object input) {
        if (Numbers.isInteger(value)) {
            if (input == null) {
                return TimeParser.format(Numbers.big(value).toString(), "%s");
            }
            String format = Texts.required(input);
            return TimeParser.format(
                    value instanceof Boolean
                            ? Texts.str(value)
                            : Numbers.big(value).toString(),
                    format);
        }
        return input == null
                ? TimeParser.iso(moment(value))
                : TimeParser.format(Texts.required(value), Texts.required(input));
    }

    private static String snakeCase(String text) {
        return text.replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static Namespace namespace(Arguments a) {
        var namespace = new Namespace();
        if (!a.positional().isEmpty() && a.get(0, "entries") instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> namespace.set(Texts.str(key), value));
        }
        a.named().forEach(namespace::set);
        return namespace;
    }
}
