package ai.opsai.sampler.manifest;

import ai.opsai.sampler.manifest.Source.Items;
import ai.opsai.sampler.manifest.Source.Mapping;
import ai.opsai.sampler.manifest.Source.Scalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code $ref} and bare {@code "#/..."} texts by what they point to; beside a reference, own keys win. Works on
 * demand for one node, and gives up on a cycle or on a file that expands without bounds.
 */
final class References {

    private static final int MAX_NODES = 200_000;
    private static final int MAX_DEPTH = 200;
    /** Most of a manifest is schemas, and nothing of them but their kind is ever looked at. */
    private static final String SCHEMAS = "schema_loader";

    private final Mapping root;
    private final Deque<String> open = new ArrayDeque<>();
    private int nodes;
    private int depth;

    References(Mapping root) {
        this.root = root;
    }

    Source resolve(Source source) {
        if (++nodes > MAX_NODES) {
            throw new ManifestException(source.at(), "", "its references expand to too many nodes");
        }
        enter(source);
        Source resolved = resolved(source);
        depth--;
        return resolved;
    }

    private void enter(Source source) {
        if (++depth > MAX_DEPTH) {
            throw new ManifestException(source.at(), "", "its references nest too deeply");
        }
    }

    private Source resolved(Source source) {
        return switch (source) {
            case Mapping mapping -> mapping(mapping);
            case Items(List<Source> items, Location at) ->
                new Items(items.stream().map(this::resolve).toList(), at);
            case Scalar scalar ->
                scalar.value() instanceof String text && text.startsWith("#/") ? target(text, scalar.at()) : scalar;
        };
    }

    private Source mapping(Mapping mapping) {
        var own = new LinkedHashMap<String, Source>();
        mapping.entries().forEach((key, value) -> {
            if (!key.equals("$ref")) {
                own.put(key, key.equals(SCHEMAS) ? outline(value) : resolve(value));
            }
        });
        Source reference = mapping.get("$ref");
        if (reference == null) {
            return new Mapping(own, mapping.at());
        }
        Source target = resolve(reference);
        if (!(target instanceof Mapping base)) {
            return target;
        }
        var all = new LinkedHashMap<>(base.entries());
        all.putAll(own);
        return new Mapping(all, mapping.at());
    }

    /** The component's type and class, without what stands below it. */
    Source outline(Source source) {
        enter(source);
        Source outline = outlined(source);
        depth--;
        return outline;
    }

    private Source outlined(Source source) {
        return switch (source) {
            case Scalar(Object value, Location at) ->
                value instanceof String text && text.startsWith("#/") ? outline(found(text, at)) : source;
            case Items(List<Source> items, Location at) ->
                new Items(items.stream().map(this::outline).toList(), at);
            case Mapping mapping -> outline(mapping);
        };
    }

    private Mapping outline(Mapping mapping) {
        var kept = new LinkedHashMap<String, Source>();
        Source reference = mapping.get("$ref");
        if (reference != null && outline(reference) instanceof Mapping base) {
            kept.putAll(base.entries());
        }
        for (String key : List.of("type", "class_name")) {
            if (mapping.get(key) instanceof Scalar scalar) {
                kept.put(key, scalar);
            }
        }
        return new Mapping(kept, mapping.at());
    }

    private Source target(String reference, Location at) {
        if (open.contains(reference)) {
            throw new ManifestException(at, "", "reference " + reference + " leads back to itself");
        }
        Source found = found(reference, at);
        open.push(reference);
        Source resolved = resolve(found);
        open.pop();
        return resolved;
    }

    private Source found(String reference, Location at) {
        Source found = find(reference);
        if (found == null) {
            throw new ManifestException(at, "", "reference " + reference + " points to nothing");
        }
        return found;
    }

    private @Nullable Source find(String reference) {
        Source current = root;
        String rest = reference.substring(2);
        while (!rest.isEmpty()) {
            if (current instanceof Scalar scalar && scalar.value() instanceof String text && text.startsWith("#/")) {
                current = target(text, scalar.at());
            }
            if (current instanceof Mapping mapping && mapping.has("$ref")) {
                current = resolve(mapping);
            }
            String step = step(current, rest);
            if (step == null) {
                return null;
            }
            current = child(current, step);
            rest = rest.length() > step.length() ? rest.substring(step.length() + 1) : "";
        }
        return current;
    }

    /** The next key: the longest that exists, since keys themselves may hold a slash. */
    private static @Nullable String step(Source current, String rest) {
        if (current instanceof Mapping(Map<String, Source> entries, Location _)) {
            return entries.keySet().stream()
                    .filter(key -> rest.equals(key) || rest.startsWith(key + "/"))
                    .max(java.util.Comparator.comparingInt(String::length))
                    .orElse(null);
        }
        int slash = rest.indexOf('/');
        String index = slash < 0 ? rest : rest.substring(0, slash);
        boolean exists = current instanceof Items(List<Source> items, Location _)
                && index.matches("\\d{1,6}")
                && Integer.parseInt(index) < items.size();
        return exists ? index : null;
    }

    private static Source child(Source current, String step) {
        return switch (current) {
            case Mapping mapping ->
                java.util.Objects.requireNonNull(mapping.entries().get(step));
            case Items(List<Source> items, Location _) -> items.get(Integer.parseInt(step));
            case Scalar scalar -> scalar;
        };
    }
}
