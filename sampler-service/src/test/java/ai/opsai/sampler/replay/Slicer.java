package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a stream by its partition routers. */
final class Slicer {

    private static final int MAX = 300;

    private final Rendering rendering;
    private final Parents parents;

    /** Where the records of parent streams come from. */
    interface Parents {
        List<Act.Row> rows(Map<String, @Nullable Object> stream, List<List<String>> fields);
    }

    /** One slice: what expressions see of it, and what it puts into requests by itself. */
    record Slice(Map<String, @Nullable Object> values, List<Option> options) {

        static final Slice WHOLE = new Slice(Map.of(), List.of());

        Slice and(Slice other) {
            var all = new LinkedHashMap<String, @Nullable Object>(values);
            all.putAll(other.values);
            var more = new ArrayList<>(options);
            more.addAll(other.options);
            return new Slice(all, more);
        }
    }

    /** A value with its place in a request. */
    record Option(Map<String, @Nullable Object> place, Object value) {}

    Slicer(Rendering rendering, Parents parents) {
        this.rendering = rendering;
        this.parents = parents;
    }

    List<Slice> slices(Map<String, @Nullable Object> retriever) {
        List<Slice> product = List.of(Slice.WHOLE);
        for (Object router : Raw.list(retriever.get("partition_router"))) {
            List<Slice> factor = routed(Raw.map(router));
            product = product.stream()
                    .flatMap(left -> factor.stream().map(left::and))
                    .toList();
        }
        if (product.size() > MAX) {
            throw new NotReplayed("more than " + MAX + " slices");
        }
        return product;
    }

    private List<Slice> routed(Map<String, @Nullable Object> router) {
        Rendering seen = rendering.with("parameters", Raw.map(router.get("$parameters")));
        return switch (Raw.text(router, "type")) {
            case "ListPartitionRouter" -> listed(router, seen);
            case "SubstreamPartitionRouter" ->
                Raw.list(router.get("parent_stream_configs")).stream()
                        .flatMap(parent -> below(Raw.map(parent), seen).stream())
                        .toList();
            default -> throw new NotReplayed("partitions by " + Raw.text(router, "type"));
        };
    }

    private static List<Slice> listed(Map<String, @Nullable Object> router, Rendering rendering) {
        Object values = router.get("values");
        Object list = values instanceof String ? rendering.value(values) : rendering.structure(values);
        if (!(list instanceof List<?> items)) {
            throw new NotReplayed("a list of partitions that is none");
        }
        String field = rendering.text(router.get("cursor_field"));
        return items.stream().map(item -> slice(field, item, router)).toList();
    }

    private static Slice slice(String field, Object value, Map<String, @Nullable Object> owner) {
        Map<String, @Nullable Object> place = Raw.map(owner.get("request_option"));
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(field, value);
        return new Slice(values, place.isEmpty() ? List.of() : List.of(new Option(place, value)));
    }

    private List<Slice> below(Map<String, @Nullable Object> parent, Rendering outer) {
        Rendering seen = outer.with("parameters", Raw.map(parent.get("$parameters")));
        List<String> key = List.of(seen.text(parent.get("parent_key")).split("\\.", -1));
        List<List<String>> extra = Raw.list(parent.get("extra_fields")).stream()
                .map(path -> Raw.list(path).stream().map(String::valueOf).toList())
                .toList();
        var fields = new ArrayList<>(extra);
        fields.add(key);
        var slices = new ArrayList<Slice>();
        for (Act.Row row : parents.rows(Raw.map(parent.get("stream")), fields)) {
            Object value = Raw.at(row.record(), key);
            if (value == null) {
                throw new NotReplayed("a parent record without its key");
            }
            Slice slice = slice(seen.text(parent.get("partition_field")), value, parent);
            slice.values().put("parent_slice", row.partition());
            if (!extra.isEmpty()) {
                var more = new LinkedHashMap<String, @Nullable Object>();
                extra.forEach(path -> more.put(String.join(".", path), Raw.at(row.record(), path)));
                slice.values().put("extra_fields", more);
            }
            slices.add(slice);
        }
        return slices;
    }
}
