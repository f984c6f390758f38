package ai.opsai.sampler.replay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions, methods and filters that {@link Formula} knows. */
final class FormulaLibrary {

    private final Clock clock;

    FormulaLibrary(Clock clock) {
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Nullable
    Object call(String name, List<@Nullable Object> arguments, Map<String, @Nullable Object> named) {
        return switch (name) {
            case "now_utc" -> now();
            case "duration" -> Clockwork.Span.parse(text(arguments, 0));
            case "day_delta" ->
                Clockwork.format(
                        now().plusDays(((Number) required(arguments, 0)).longValue()),
                        named.get("format") instanceof String format
                                ? format
                                : arguments.size() > 1 ? text(arguments, 1) : "%Y-%m-%dT%H:%M:%S.%f%z");
            case "str_to_datetime" -> Clockwork.guess(text(arguments, 0));
            case "format_datetime" -> Clockwork.format(moment(arguments, named), text(arguments, 1));
            case "max", "min" -> extreme(name, arguments);
            default -> throw new NotReplayed("the function " + name);
        };
    }

    private static OffsetDateTime moment(List<@Nullable Object> arguments, Map<String, @Nullable Object> named) {
        Object given = required(arguments, 0);
        if (given instanceof OffsetDateTime moment) {
            return moment;
        }
        Object format = arguments.size() > 2 ? arguments.get(2) : named.get("input_format");
        return format == null
                ? Clockwork.guess(given.toString())
                : Clockwork.parse(given.toString(), format.toString());
    }

    private static Object extreme(String name, List<@Nullable Object> arguments) {
        Object best = required(arguments, 0);
        for (Object each : arguments) {
            boolean better = Values.truth(Values.compare(name.equals("max") ? ">" : "<", each, best));
            best = better && each != null ? each : best;
        }
        return best;
    }

    private static Object required(List<@Nullable Object> arguments, int index) {
        Object value = index < arguments.size() ? arguments.get(index) : null;
        if (value == null || value == Missing.UNDEFINED || value == Missing.BROKEN) {
            throw new NotReplayed("a call without its argument");
        }
        return value;
    }

    private static String text(List<@Nullable Object> arguments, int index) {
        return required(arguments, index).toString();
    }

    @Nullable
    Object method(@Nullable Object owner, String name, List<@Nullable Object> arguments) {
        return switch (owner) {
            case Map<?, ?> map -> ofMapping(map, name, arguments);
            case String text -> ofText(text, name, arguments);
            case OffsetDateTime moment when name.equals("strftime") -> Clockwork.format(moment, text(arguments, 0));
            case null -> Missing.BROKEN;
            default -> throw new NotReplayed("the method " + name);
        };
    }

    private static @Nullable Object ofMapping(Map<?, ?> map, String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "get" -> {
                String key = String.valueOf(arguments.getFirst());
                Object otherwise = arguments.size() > 1 ? arguments.get(1) : null;
                yield map.containsKey(key) ? map.get(key) : otherwise;
            }
            case "keys" -> List.copyOf(map.keySet());
            case "values" -> Collections.unmodifiableList(new java.util.ArrayList<@Nullable Object>(map.values()));
            default -> throw new NotReplayed("the method " + name);
        };
    }

    private static Object ofText(String text, String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "strip" -> text.strip();
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "startswith" -> text.startsWith(text(arguments, 0));
            case "endswith" -> text.endsWith(text(arguments, 0));
            case "replace" -> text.replace(text(arguments, 0), text(arguments, 1));
            case "split" -> Arrays.asList(text.split(java.util.regex.Pattern.quote(text(arguments, 0)), -1));
            case "join" -> joined(required(arguments, 0), text);
            default -> throw new NotReplayed("the method " + name);
        };
    }

    @Nullable
    Object filter(String name, @Nullable Object value, List<@Nullable Object> arguments) {
        return switch (name) {
            case "default", "d" -> value == Missing.UNDEFINED ? arguments.getFirst() : value;
            case "length", "count" -> length(value);
            case "string" -> string(value);
            case "int" -> value == Missing.UNDEFINED ? Missing.BROKEN : (Object) (long) number(value);
            case "float" -> value == Missing.UNDEFINED ? Missing.BROKEN : (Object) number(value);
            case "lower" -> Rendering.spelled(value).toLowerCase(Locale.ROOT);
            case "upper" -> Rendering.spelled(value).toUpperCase(Locale.ROOT);
            case "first" -> Values.member(value, 0L);
            case "last" -> Values.member(value, -1L);
            case "join" -> joined(value, arguments.isEmpty() ? "" : text(arguments, 0));
            case "replace" -> Rendering.spelled(value).replace(text(arguments, 0), text(arguments, 1));
            case "base64encode" ->
                Base64.getEncoder().encodeToString(Rendering.spelled(value).getBytes(StandardCharsets.UTF_8));
            default -> throw new NotReplayed("the filter " + name);
        };
    }

    private static String string(@Nullable Object value) {
        if (value instanceof String || value instanceof Long) {
            return value.toString();
        }
        throw new NotReplayed("the text of something unusual");
    }

    private static long length(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case String text -> text.length();
            case null, default -> {
                if (value == Missing.UNDEFINED) {
                    yield 0;
                }
                throw new NotReplayed("the length of something unusual");
            }
        };
    }

    private static double number(@Nullable Object value) {
        try {
            return value instanceof Number number ? number.doubleValue() : Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String joined(@Nullable Object value, String separator) {
        if (!(value instanceof List<?> items)) {
            throw new NotReplayed("a join of something unusual");
        }
        return items.stream().map(Rendering::spelled).collect(Collectors.joining(separator));
    }
}
