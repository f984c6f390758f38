package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes records out of an answer: extract, filter, transform. */
final class Records {

    private final StreamPlan plan;
    private final Scope scope;
    private final Transformer transformer;

    Records(StreamPlan plan, Scope scope) {
        this.plan = plan;
        this.scope = scope;
        this.transformer = new Transformer(scope);
    }

    /** The records of the page as the provider counts them. */
    List<Map<String, @Nullable Object>> extracted(Answer answer) {
        List<String> path =
                plan.selector().path().stream().map(step -> step.text(scope)).toList();
        var records = new ArrayList<Map<String, @Nullable Object>>();
        for (Object part : answer.parts()) {
            Object found = path.contains("*") ? Paths.all(part, path) : Paths.get(part, path);
            if (found instanceof List<?> list) {
                list.forEach(item -> add(item, records));
            } else {
                add(found, records);
            }
        }
        return records;
    }

    private static void add(@Nullable Object item, List<Map<String, @Nullable Object>> records) {
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            var record = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, value) -> record.put(String.valueOf(key), value));
            records.add(record);
        }
    }

    /** Those that pass the filter, transformed. */
    List<Map<String, @Nullable Object>> selected(List<Map<String, @Nullable Object>> records) {
        boolean last = plan.selector().filterLast();
        var kept = new ArrayList<Map<String, @Nullable Object>>();
        for (Map<String, @Nullable Object> record : records) {
            if (last || passes(record)) {
                plan.transformations().forEach(change -> transformer.apply(change, record));
                if (!last || passes(record)) {
                    kept.add(record);
                }
            }
        }
        return kept;
    }

    private boolean passes(Map<String, @Nullable Object> record) {
        Template filter = plan.selector().filter();
        return filter == null || filter.test(Scopes.record(scope, record));
    }
}
