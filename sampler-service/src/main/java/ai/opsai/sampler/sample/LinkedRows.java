package ai.opsai.sampler.sample;

import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.Lookup;
import ai.opsai.sampler.provider.ParentRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second and third step: rows of the people and companies that the tenant's other tools know, then the rows that
 * rows refer to. Thirty people that join are worth more than a hundred that don't.
 */
final class LinkedRows {

    private static final int ROUNDS = 2;

    private final RunContext run;
    private final Fetching fetching;
    private final Clock clock;

    LinkedRows(RunContext run, Clock clock) {
        this.run = run;
        this.fetching = new Fetching(run);
        this.clock = clock;
    }

    void collect(Seeds seeds) {
        List<Lookup> lookups = run.provider().lookups();
        long done = 0;
        for (Lookup lookup : lookups) {
            run.progress().at("look-ups", done++, lookups.size());
            lookUp(lookup, seeds);
        }
        complete(row -> row.origin() == RowOrigin.LOOKUP);
        run.progress().at("parents", 0, run.provider().parents().size());
        for (int round = 0; round < ROUNDS; round++) {
            run.provider().parents().forEach(this::parents);
        }
        complete(row -> true);
    }

    private void lookUp(Lookup lookup, Seeds seeds) {
        List<String> candidates = seeds.of(lookup, run.provider().id());
        if (candidates.isEmpty()) {
            return;
        }
        Set<String> known = knownValues(lookup.entity());
        List<String> fresh = candidates.stream()
                .filter(value -> !known.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
        fetching.fetch(lookup, fresh, RowOrigin.LOOKUP);
    }

    private Set<String> knownValues(String entity) {
        var known = new HashSet<String>();
        run.entity(entity)
                .rows()
                .forEach(row -> Leaves.of(row.data(), (_, value) -> known.add(value.toLowerCase(Locale.ROOT))));
        return known;
    }

    /** Fetches what the entity's rows refer to and the sample lacks, the most referred to first. */
    private void parents(ParentRule rule) {
        Lookup lookup = run.provider().lookup(rule.to(), rule.by()).orElse(null);
        if (lookup == null) {
            return;
        }
        Set<String> present = new HashSet<>();
        run.entity(rule.to()).rows().forEach(row -> present.addAll(Leaves.at(row.data(), List.of(rule.by()))));
        var missing = new LinkedHashMap<String, Integer>();
        for (Row row : run.entity(rule.entity()).rows()) {
            Leaves.at(row.data(), rule.field()).stream()
                    .filter(value -> !present.contains(value)
                            && lookup.matches().matcher(value).matches())
                    .forEach(value -> missing.merge(value, 1, Integer::sum));
        }
        List<String> values = missing.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        fetching.fetch(lookup, values, RowOrigin.PARENT);
    }

    private void complete(java.util.function.Predicate<Row> which) {
        for (EntityPlan entity : run.provider().entities().values()) {
            EntityPlan.Completion completion = entity.completion();
            if (completion != null) {
                complete(entity.name(), completion, which);
            }
        }
    }

    private void complete(String entity, EntityPlan.Completion completion, java.util.function.Predicate<Row> which) {
        var keys = new ArrayList<String>();
        for (Row row : run.entity(entity).rows()) {
            if (which.test(row) && isShort(completion, row)) {
                keys.addAll(Leaves.at(row.data(), completion.key()));
            }
        }
        run.provider()
                .lookup(entity, completion.by())
                .ifPresent(lookup -> fetching.fetch(lookup, keys, RowOrigin.LOOKUP));
    }

    private boolean isShort(EntityPlan.Completion completion, Row row) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("record", row.data());
        try {
            return completion.missing().test(new Scope(variables, clock));
        } catch (ExpressionException e) {
            return false;
        }
    }
}
