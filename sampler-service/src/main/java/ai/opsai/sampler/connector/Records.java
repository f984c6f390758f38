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

    Records(StreamPlan plan, Scope scope) {
        this.plan = plan;
        this.scope = scope;
    }

    /** The records of the page as the provider counts them. */
    List<Map<String, @Nullable Object>> extracted(@Nullable Object body) {
        List<String> path =
                plan.selector().path().stream().map(step -> step.text(scope)).toList();
        Object found = path.contains("*") ? Paths.all(body, path) : Paths.get(body, path);
        var records = new ArrayList<Map<String, @Nullable Object>>();
        if (found instanceof List<?> list) {
            list.forEach(item -> add(item, records));
        } else {
            add(found, records);
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
        Template filter = plan.selector().filter();
        var kept = new ArrayList<Map<String, @Nullable Object>>();
        for (Map<String, @Nullable Object> record : records) {
            if (filter == null || filter.test(Scopes.record(scope, record))) {
                plan.transformations().forEach(change -> apply(change, record));
                kept.add(record);
            }
        }
        return kept;
    }

    private void apply(TransformationPlan change, Map<String, @Nullable Object> record) {
        switch (change) {
            case TransformationPlan.Add(List<Template> path, ValuePlan value, Template condition) -> {
                Scope seen = Scopes.record(scope, record);
                if (condition == null || condition.test(seen.with("value", null).with("path", null))) {
                    Paths.put(record, path.stream().map(step -> step.text(seen)).toList(), value.evaluate(seen));
                }
            }
            case TransformationPlan.Remove(List<List<String>> paths) ->
                paths.forEach(path -> Paths.remove(record, path));
        }
    }
}
