package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a stream by its router. The same parents give the same slices in the same order, so that a run can resume. */
final class Slices {

    private static final int MAX_SLICES = 1_000;

    private final Scope scope;
    private final ParentRecords parents;

    Slices(Scope scope, ParentRecords parents) {
        this.scope = scope;
        this.parents = parents;
    }

    List<Slice> of(RouterPlan router) {
        return switch (router) {
            case RouterPlan.Whole() -> List.of(Slice.WHOLE);
            case RouterPlan.Listed listed -> listed(listed);
            case RouterPlan.Substream(List<RouterPlan.Parent> streams) ->
                streams.stream()
                        .flatMap(parent -> ofParent(parent).stream())
                        .limit(MAX_SLICES)
                        .toList();
            case RouterPlan.Product(List<RouterPlan> factors) -> product(factors);
        };
    }

    private List<Slice> listed(RouterPlan.Listed listed) {
        var slices = new ArrayList<Slice>();
        if (listed.values().evaluate(scope) instanceof List<?> values) {
            values.forEach(value -> slices.add(slice(listed.field(), value, listed.option(), Map.of())));
        }
        return slices;
    }

    private List<Slice> ofParent(RouterPlan.Parent parent) {
        var slices = new LinkedHashMap<Object, Slice>();
        for (Map<String, @Nullable Object> row : parents.of(parent.stream())) {
            Object key = Paths.get(row, steps(parent.key()));
            if (key != null && slices.size() < MAX_SLICES) {
                slices.putIfAbsent(key, slice(parent.field(), key, parent.option(), extra(parent, row)));
            }
        }
        return List.copyOf(slices.values());
    }

    private List<String> steps(List<Template> key) {
        return key.stream().map(step -> step.text(scope)).toList();
    }

    private static Map<String, @Nullable Object> extra(RouterPlan.Parent parent, Map<String, @Nullable Object> row) {
        var extra = new LinkedHashMap<String, @Nullable Object>();
        parent.extraFields().forEach(path -> extra.put(String.join(".", path), Paths.get(row, path)));
        return extra;
    }

    private static Slice slice(
            String field, @Nullable Object value, @Nullable RequestOption option, Map<String, @Nullable Object> extra) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(field, value);
        values.put("parent_slice", Map.of());
        if (!extra.isEmpty()) {
            values.put("extra_fields", extra);
        }
        return new Slice(values, option == null || value == null ? Map.of() : Map.of(option, value));
    }

    private List<Slice> product(List<RouterPlan> factors) {
        List<Slice> product = List.of(Slice.WHOLE);
        for (RouterPlan factor : factors) {
            List<Slice> slices = of(factor);
            product = product.stream()
                    .flatMap(left -> slices.stream().map(left::and))
                    .limit(MAX_SLICES)
                    .toList();
        }
        return product;
    }
}
