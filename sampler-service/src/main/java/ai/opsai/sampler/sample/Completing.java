package ai.opsai.sampler.sample;

import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.EntityPlan.Completion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completes the rows that lists and searches give in short. */
final class Completing {

    private final RunContext run;
    private final Fetching fetching;
    private final Clock clock;

    Completing(RunContext run, Fetching fetching, Clock clock) {
        this.run = run;
        this.fetching = fetching;
        this.clock = clock;
    }

    /** Completes what the sample holds so far. */
    void complete() {
        for (EntityPlan entity : run.provider().entities().values()) {
            Completion completion = entity.completion();
            if (completion != null) {
                Collected rows = run.entity(entity.name());
                var known = new ArrayList<Map<String, @Nullable Object>>();
                for (Row row : rows.rows()) {
                    known.add(row.data());
                }
                for (Map<String, @Nullable Object> row :
                        full(entity.name(), completion, known).values()) {
                    rows.add(RowOrigin.LOOKUP, row);
                }
            }
        }
    }

    /** The same rows, those in short completed where it can be done. */
    List<Map<String, @Nullable Object>> completed(String entity, List<Map<String, @Nullable Object>> rows) {
        EntityPlan plan = run.provider().entities().get(entity);
        Completion completion = plan == null ? null : plan.completion();
        if (completion == null) {
            return rows;
        }
        Map<String, Map<String, @Nullable Object>> full = full(entity, completion, rows);
        var completed = new ArrayList<Map<String, @Nullable Object>>();
        for (Map<String, @Nullable Object> row : rows) {
            List<String> keys = Leaves.at(row, completion.key());
            completed.add(keys.isEmpty() ? row : full.getOrDefault(keys.getFirst(), row));
        }
        return completed;
    }

    private Map<String, Map<String, @Nullable Object>> full(
            String entity, Completion completion, List<Map<String, @Nullable Object>> rows) {
        var keys = new ArrayList<String>();
        for (Map<String, @Nullable Object> row : rows) {
            if (isShort(completion, row)) {
                keys.addAll(Leaves.at(row, completion.key()));
            }
        }
        var full = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        for (Map<String, @Nullable Object> row : fetching.fetch(entity, completion.by(), keys)) {
            Leaves.at(row, completion.key()).forEach(key -> full.put(key, row));
        }
        return full;
    }

    private boolean isShort(Completion completion, Map<String, @Nullable Object> row) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("record", row);
        try {
            return completion.missing().test(new Scope(variables, clock));
        } catch (ExpressionException e) {
            return false;
        }
    }
}
