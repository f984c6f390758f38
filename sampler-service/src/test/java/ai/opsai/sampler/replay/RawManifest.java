package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A manifest as plain maps and lists. References are resolved here by code of the tests alone, one stream at a time. */
final class RawManifest {

    private static final int MAX_NODES = 400_000;

    private final Map<String, @Nullable Object> root;
    private final Map<String, @Nullable Object> named = new HashMap<>();
    private int nodes;

    private RawManifest(Map<String, @Nullable Object> root) {
        this.root = root;
    }

    static RawManifest parse(String yaml) {
        var settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(500)
                .setCodePointLimit(20_000_000)
                .build();
        return new RawManifest(Raw.map(new Load(settings).loadFromString(yaml)));
    }

    Map<String, @Nullable Object> root() {
        return root;
    }

    /** The last stream of this name, with references and parameters resolved. */
    Optional<Map<String, @Nullable Object>> stream(String name) {
        Object written = byName().get(name);
        return written == null ? Optional.empty() : Optional.of(resolved(written));
    }

    private Map<String, @Nullable Object> byName() {
        if (named.isEmpty()) {
            for (Object written : Raw.list(root.get("streams"))) {
                named.put(nameOf(written), written);
            }
        }
        return named;
    }

    private String nameOf(@Nullable Object written) {
        try {
            return String.valueOf(resolved(written).get("name"));
        } catch (NotReplayed e) {
            return "";
        }
    }

    private Map<String, @Nullable Object> resolved(@Nullable Object written) {
        nodes = 0;
        return RawParameters.propagate(Raw.map(resolve(written, List.of())), "streams");
    }

    /** The JSON Schema of the configuration, empty where the file has none. */
    Map<String, @Nullable Object> configSchema() {
        nodes = 0;
        Map<String, @Nullable Object> spec = Raw.map(resolve(root.get("spec"), List.of()));
        return Raw.map(spec.get("connection_specification"));
    }

    private @Nullable Object resolve(@Nullable Object node, List<String> open) {
        if (++nodes > MAX_NODES) {
            throw new NotReplayed("the stream expands to too many nodes");
        }
        return switch (node) {
            case Map<?, ?> map -> mapping(Raw.map(map), open);
            case List<?> list -> {
                var items = new ArrayList<@Nullable Object>();
                list.forEach(item -> items.add(resolve(item, open)));
                yield items;
            }
            case String text -> text.startsWith("#/") ? target(text, open) : text;
            case null, default -> node;
        };
    }

    private @Nullable Object mapping(Map<String, @Nullable Object> map, List<String> open) {
        var own = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> {
            if (!key.equals("$ref") && !key.equals("<<")) {
                own.put(key, resolve(value, open));
            }
        });
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (String reference : List.of("<<", "$ref")) {
            Object base = map.containsKey(reference) ? resolve(map.get(reference), open) : null;
            if (base != null && !(base instanceof Map) && own.isEmpty()) {
                return base;
            }
            all.putAll(Raw.map(base));
        }
        all.putAll(own);
        return all;
    }

    private @Nullable Object target(String reference, List<String> open) {
        if (open.contains(reference)) {
            throw new NotReplayed("reference " + reference + " leads back to itself");
        }
        var inside = new ArrayList<>(open);
        inside.add(reference);
        Object found = root;
        String rest = reference.substring(2);
        while (!rest.isEmpty()) {
            String step = step(found, rest);
            if (step == null) {
                throw new NotReplayed("reference " + reference + " points to nothing");
            }
            found = Raw.child(found, step);
            rest = rest.length() > step.length() ? rest.substring(step.length() + 1) : "";
            boolean through = (found instanceof Map<?, ?> map && map.containsKey("$ref")) || found instanceof String;
            found = through && !rest.isEmpty() ? resolve(found, inside) : found;
        }
        return resolve(found, inside);
    }

    /** The longest key that the rest of the reference begins with, since keys may hold slashes. */
    private static @Nullable String step(@Nullable Object owner, String rest) {
        if (owner instanceof Map<?, ?> map) {
            return map.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> rest.equals(key) || rest.startsWith(key + "/"))
                    .max(java.util.Comparator.comparingInt(String::length))
                    .orElse(null);
        }
        return owner instanceof List<?> ? rest.split("/", -1)[0] : null;
    }
}
