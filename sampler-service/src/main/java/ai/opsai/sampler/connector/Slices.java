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
            case RouterPlan.Grouped(RouterPlan inner, int size, boolean distinct) ->
                SliceGroups.of(of(inner), size, distinct);
        };
    }

    private List<Slice> listed(RouterPlan.Listed listed) {
        var slices = new ArrayList<Slice>();
        if (listed.values().evaluate(scope) instanceof List<?> values) {
            String field = listed.field().text(scope);
            values.forEach(value -> slices.add(slice(Map.of(), field, value, listed.option())));
        }
        return slices;
    }

    private List<Slice> ofParent(RouterPlan.Parent parent) {
        String key = parent.key().text(scope);
        String field = parent.field().text(scope);
        var slices = new LinkedHashMap<Object, Slice>();
        for (ParentRecord row : parents.sliced(parent.stream())) {
            Object value = Paths.named(row.record(), key);
            if (value != null && slices.size() < MAX_SLICES) {
                slices.putIfAbsent(value, slice(inherited(parent, row), field, value, parent.option()));
            }
        }
        return List.copyOf(slices.values());
    }

    private Map<String, @Nullable Object> inherited(RouterPlan.Parent parent, ParentRecord row) {
        var inherited = new LinkedHashMap<String, @Nullable Object>();
        inherited.put("parent_slice", row.slice());
        if (!parent.extraFields().isEmpty()) {
            var extra = new LinkedHashMap<String, @Nullable Object>();
            parent.extraFields().forEach(path -> {
                List<String> steps = steps(path);
                extra.put(String.join(".", steps), Paths.get(row.record(), steps));
            });
            inherited.put("extra_fields", extra);
        }
        return inherited;
    }

    private List<String> steps(List<Template> path) {
        return path.stream().map(step -> step.text(scope)).toList();
    }

    private static Slice slice(
            Map<String, @Nullable Object> inherited,
            String field,
            @Nullable Object value,
            @Nullable RequestOption option) {
        var values = new LinkedHashMap<String, @Nullable Object>(inherited);
        values.put(field, value);
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
