package ai.opsai.sampler.replay;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills in the configuration that a manifest's spec asks for: by default, example, pattern and type. */
final class FakeConfig {

    private static final List<String> DATES = List.of(
            "%Y-%m-%dT%H:%M:%SZ",
            "%Y-%m-%d",
            "%Y-%m-%dT%H:%M:%S.%msZ",
            "%Y-%m-%dT%H:%M:%S.%fZ",
            "%Y-%m-%d %H:%M:%S",
            "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%dT%H:%M:%S%z",
            "%Y-%m-%d %H:%M",
            "%Y%m%d",
            "%m/%d/%Y",
            "%d/%m/%Y",
            "%Y/%m/%d",
            "%d-%m-%Y",
            "%m-%d-%Y",
            "%Y-%m",
            "%s",
            "%ms");
    private static final List<String> TEXTS = List.of(
            "acme",
            "12345",
            "a1b2c3d4e5f60718293a4b5c6d7e8f90",
            "1f0e4d2c-8a7b-4c6d-9e5f-0a1b2c3d4e5f",
            "someone@example.com",
            "https://acme.example.com",
            "https://acme.example.com/",
            "acme.example.com",
            "US",
            "USD",
            "en",
            "en-US",
            "A1",
            "1",
            "123456789",
            "1234567890",
            "AB12CD34EF56",
            "10");
    private static final Pattern READ = Pattern.compile(
            "config((?:\\.(?!get\\()\\w+|\\[\\s*['\"]\\w+['\"]\\s*\\]|\\.get\\(\\s*['\"]\\w+['\"][^()]*\\))+)");
    private static final Pattern STEP = Pattern.compile("\\w+(?=['\"])|(?<=\\.)(?!get\\b)\\w+");

    private final String text;
    private final String addresses;
    private final OffsetDateTime now;

    private FakeConfig(String text, OffsetDateTime now) {
        this.text = text;
        this.addresses = text.lines().filter(line -> line.startsWith("url")).collect(Collectors.joining("\n"));
        this.now = now;
    }

    static Map<String, @Nullable Object> of(RawManifest manifest, OffsetDateTime now) {
        var lines = new LinkedHashSet<String>();
        lines("", manifest.root(), lines);
        var fake = new FakeConfig(String.join("\n", lines), now);
        Map<String, @Nullable Object> schema = manifest.configSchema();
        return schema.isEmpty() ? fake.read() : fake.object(schema);
    }

    /** The texts of the file, each behind its field. */
    private static void lines(String field, @Nullable Object node, Set<String> lines) {
        switch (node) {
            case Map<?, ?> map -> map.forEach((key, value) -> lines(String.valueOf(key), value, lines));
            case List<?> list -> list.forEach(item -> lines(field, item, lines));
            case String text -> lines.add(field + ": " + text);
            case null, default -> {}
        }
    }

    /** Without a spec, what expressions read is what there must be. */
    private Map<String, @Nullable Object> read() {
        var config = new LinkedHashMap<String, @Nullable Object>();
        Matcher matcher = READ.matcher(text);
        while (matcher.find()) {
            List<String> path = STEP.matcher(matcher.group(1))
                    .results()
                    .map(result -> result.group())
                    .toList();
            if (!path.isEmpty() && Raw.at(config, path) == null) {
                Raw.put(config, path, value(path.getLast(), Map.of("type", "string")));
            }
        }
        return config;
    }

    private Map<String, @Nullable Object> object(Map<String, @Nullable Object> schema) {
        var config = new LinkedHashMap<String, @Nullable Object>();
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.get(choice) instanceof List<?> options && !options.isEmpty()) {
                config.putAll(object(Raw.map(options.getFirst())));
            }
        }
        Raw.map(schema.get("properties")).forEach((name, declared) -> {
            Object value = value(name, Raw.map(declared));
            if (value != null) {
                config.put(name, value);
            }
        });
        return config;
    }

    private @Nullable Object value(String name, Map<String, @Nullable Object> declared) {
        if (declared.containsKey("const")) {
            return declared.get("const");
        }
        boolean choice = declared.containsKey("oneOf") || declared.containsKey("anyOf");
        String type = Raw.list(declared.get("type")).stream()
                .map(String::valueOf)
                .filter(each -> !each.equals("null"))
                .findFirst()
                .orElse(declared.containsKey("properties") || choice ? "object" : "string");
        return switch (type) {
            case "object" -> object(declared);
            case "array" -> array(name, declared);
            case "string" -> string(name, declared);
            case "integer", "number" -> number(name, declared);
            case "boolean" -> declared.getOrDefault("default", false);
            default -> declared.get("default");
        };
    }

    private Object array(String name, Map<String, @Nullable Object> declared) {
        for (String source : List.of("default", "examples")) {
            List<@Nullable Object> given = Raw.list(declared.get(source));
            if (!given.isEmpty()) {
                return given.getFirst() instanceof List<?> inner ? inner : given;
            }
        }
        Map<String, @Nullable Object> item = Raw.map(declared.get("items"));
        var items = new ArrayList<@Nullable Object>(Raw.list(item.get("enum")));
        if (items.isEmpty()) {
            Object first = value(name, item.isEmpty() ? Map.of("type", "string") : item);
            items.add(first);
            if (first instanceof String given && item.get("pattern") == null) {
                items.add(given + "2");
            }
        }
        return items;
    }

    private Object number(String name, Map<String, @Nullable Object> declared) {
        if (dated(name)) {
            return now.minusDays(3).toEpochSecond();
        }
        return Stream.of(declared.get("default"), first(declared.get("examples")), declared.get("minimum"))
                .filter(Number.class::isInstance)
                .findFirst()
                .orElse(5L);
    }

    private static @Nullable Object first(@Nullable Object list) {
        List<@Nullable Object> items = Raw.list(list);
        return items.isEmpty() ? null : items.getFirst();
    }

    private static boolean dated(String name) {
        return name.matches("(?i).*(date|time_?stamp|start_?time|end_?time|start_from|since|_after|_before).*")
                && !name.matches("(?i).*(format|field|range|updated?_|candidate|type|preset).*");
    }

    private Object string(String name, Map<String, @Nullable Object> declared) {
        Object choice = first(declared.get("enum"));
        if (choice != null) {
            return Objects.requireNonNullElse(declared.get("default"), choice);
        }
        String pattern = Raw.text(declared, "pattern");
        String format = Raw.text(declared, "format");
        List<String> given = Stream.of(declared.get("default"), first(declared.get("examples")))
                .filter(each -> each != null && !each.toString().isBlank())
                .map(String::valueOf)
                .toList();
        if (dated(name) || format.startsWith("date")) {
            return date(name, pattern, format, given);
        }
        Stream<String> usual = format.equals("uri") ? Stream.of("https://acme.example.com") : Stream.of(plain(name));
        String value = Stream.of(given.stream(), usual, TEXTS.stream())
                .flatMap(each -> each)
                .filter(each -> matches(pattern, each))
                .findFirst()
                .orElse(plain(name));
        return pattern.isEmpty() ? asHost(name, value) : value;
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-7c21";
    }

    private static boolean matches(String pattern, String value) {
        try {
            return pattern.isEmpty() || Pattern.compile(pattern).matcher(value).find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    /** Near the present, so that the windows between then and now are few, in the form that the spec shows. */
    private String date(String name, String pattern, String format, List<String> given) {
        boolean end = name.matches("(?i).*(end|until|before|stop|_to).*");
        OffsetDateTime moment = now.minusDays(end ? 0 : 3)
                .withHour(0)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        List<String> written =
                DATES.stream().map(each -> Clockwork.format(moment, each)).toList();
        return Stream.concat(
                        given.stream()
                                .flatMap(example -> written.stream()
                                        .filter(each -> shape(each).equals(shape(example)))),
                        format.equals("date") ? Stream.of(written.get(1)) : written.stream())
                .filter(each -> matches(pattern, each))
                .findFirst()
                .orElse(written.getFirst());
    }

    private static String shape(String text) {
        return text.replaceAll("\\d", "9");
    }

    /** An address where the manifest begins one with it, a mere host where the manifest says https itself. */
    private String asHost(String name, String value) {
        String read = "\\{\\{-?\\s*config(?:\\[['\"]" + Pattern.quote(name) + "['\"]\\]|\\." + Pattern.quote(name)
                + "|\\.get\\(['\"]" + Pattern.quote(name) + "['\"]\\))";
        boolean whole =
                Pattern.compile("(?m)^url\\w*: " + read).matcher(addresses).find();
        boolean host = Pattern.compile("https?://" + read).matcher(addresses).find();
        if (whole && !value.startsWith("http")) {
            return "https://" + (value.contains(".") ? value : value + ".example.com");
        }
        String bare = host ? value.replaceFirst("^https?://", "").replaceFirst("/$", "") : value;
        boolean alone = Pattern.compile("https?://" + read + "[^}]*\\}\\}(?![\\w.-])")
                .matcher(addresses)
                .find();
        return alone && !bare.contains(".") ? bare + ".example.com" : bare;
    }
}
