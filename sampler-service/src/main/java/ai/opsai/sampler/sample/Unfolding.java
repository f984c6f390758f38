package ai.opsai.sampler.sample;

import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.provider.ParentRule;
import ai.opsai.sampler.provider.ParentRule.Embedded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes out the rows that stand inside others: parents that cost no request. Where the manifest had the provider expand
 * a reference, its key takes the row's place again, so that the row is what the provider documents. Of a row that was
 * deleted only the key is left, which is no row.
 */
final class Unfolding {

    private final RunContext run;

    Unfolding(RunContext run) {
        this.run = run;
    }

    /** Rules are followed as listed: what an unfolded row holds in turn is unfolded by a rule further down. */
    void unfold() {
        for (ParentRule rule : run.provider().parents()) {
            if (rule.embedded() != Embedded.NO && run.allowed(rule.to())) {
                unfold(rule);
            }
        }
    }

    private void unfold(ParentRule rule) {
        var parents = new ArrayList<Map<String, @Nullable Object>>();
        run.entity(rule.entity()).change(row -> map(replaced(row, rule.field(), rule, parents)));
        for (Map<String, @Nullable Object> parent : parents) {
            run.entity(rule.to()).add(RowOrigin.PARENT, parent);
        }
    }

    private static @Nullable Object replaced(
            @Nullable Object value, List<String> path, ParentRule rule, List<Map<String, @Nullable Object>> parents) {
        if (path.isEmpty()) {
            return parent(value, rule, parents);
        }
        List<String> rest = path.subList(1, path.size());
        return switch (value) {
            case Map<?, ?> map
            when map.containsKey(path.getFirst()) -> {
                Map<String, @Nullable Object> copy = map(map);
                copy.computeIfPresent(path.getFirst(), (_, inner) -> replaced(inner, rest, rule, parents));
                yield copy;
            }
            case List<?> list
            when path.getFirst().equals("*") -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(replaced(item, rest, rule, parents)));
                yield copy;
            }
            case null -> null;
            default -> value;
        };
    }

    private static @Nullable Object parent(
            @Nullable Object value, ParentRule rule, List<Map<String, @Nullable Object>> parents) {
        if (!(value instanceof Map<?, ?> embedded) || embedded.get(rule.by()) == null) {
            return value;
        }
        if (!Boolean.TRUE.equals(embedded.get("deleted"))) {
            parents.add(map(embedded));
        }
        return rule.embedded() == Embedded.EXPANDED ? embedded.get(rule.by()) : value;
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(value)).forEach((key, item) -> map.put(String.valueOf(key), item));
        return map;
    }
}
