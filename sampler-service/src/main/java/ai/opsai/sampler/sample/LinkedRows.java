package ai.opsai.sampler.sample;

import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.provider.Lookup;
import ai.opsai.sampler.provider.ParentRule;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second and third step: rows of the people and companies that the tenant's other tools know, then the rows that
 * rows refer to. Thirty people that join are worth more than a hundred that don't.
 */
final class LinkedRows {

    /** A parent may have parents: an invoice of a charge, its customer. */
    private static final int ROUNDS = 3;

    /** A fourth of the requests is kept for parents: a row whose parent is missing is half a row. */
    private static final int SHARE_OF_PARENTS = 4;

    private final RunContext run;
    private final Fetching fetching;
    private final Completing completing;
    private final Unfolding unfolding;

    LinkedRows(RunContext run, Clock clock) {
        this.run = run;
        this.fetching = new Fetching(run);
        this.completing = new Completing(run, fetching, clock);
        this.unfolding = new Unfolding(run);
    }

    void collect(Seeds seeds) {
        unfolding.unfold();
        var kinds = new LinkedHashSet<LookupKind>();
        run.provider().lookups().forEach(lookup -> kinds.add(LookupKind.of(lookup)));
        fetching.reserve(run.provider().parents().isEmpty() ? 0 : run.budget().left() / SHARE_OF_PARENTS);
        long done = 0;
        for (LookupKind kind : kinds) {
            run.progress().at("look-ups", done++, kinds.size());
            lookUp(kind, seeds);
        }
        fetching.reserve(0);
        run.progress().at("parents", 0, run.provider().parents().size());
        for (int round = 0; round < ROUNDS; round++) {
            parents();
        }
        completing.complete();
    }

    /** What is looked up by what, however many ways there are to do it. */
    private record LookupKind(String entity, String by, List<String> within) {

        static LookupKind of(Lookup lookup) {
            return new LookupKind(lookup.entity(), lookup.by(), lookup.within());
        }
    }

    private void lookUp(LookupKind kind, Seeds seeds) {
        if (kind.by().equals("metadata")) {
            new TenantFields(run.entity(kind.entity()), kind.within())
                    .references(seeds, run.provider().id())
                    .forEach((field, values) -> lookUp(kind, field, values));
        } else {
            lookUp(kind, "", seeds.of(kind.by(), kind.entity(), run.provider()));
        }
    }

    private void lookUp(LookupKind kind, String field, List<String> candidates) {
        Set<String> known = new HashSet<>();
        run.entity(kind.entity()).rows().forEach(row -> known.addAll(Holding.values(row.data(), kind.by())));
        List<String> unknown = candidates.stream()
                .filter(value -> !known.contains(Holding.comparable(value)))
                .toList();
        List<Map<String, @Nullable Object>> found =
                completing.completed(kind.entity(), fetching.fetch(kind.entity(), kind.by(), field, unknown));
        add(RowOrigin.LOOKUP, kind.entity(), new Holding(kind.by(), unknown).of(found));
    }

    /** Fetches what rows refer to and the sample lacks, by all fields that refer to it, the most referred to first. */
    private void parents() {
        Map<List<String>, Map<String, Integer>> missing = new LinkedHashMap<>();
        for (ParentRule rule : run.provider().parents()) {
            Map<String, Integer> counts =
                    missing.computeIfAbsent(List.of(rule.to(), rule.by()), _ -> new LinkedHashMap<>());
            run.entity(rule.entity())
                    .rows()
                    .forEach(row -> references(row, rule).forEach(value -> counts.merge(value, 1, Integer::sum)));
        }
        missing.forEach((target, counts) -> parents(target.getFirst(), target.getLast(), counts));
        unfolding.unfold();
    }

    private static List<String> references(Row row, ParentRule rule) {
        return rule.embedded() == ParentRule.Embedded.ALWAYS ? List.of() : Leaves.at(row.data(), rule.field());
    }

    private void parents(String entity, String by, Map<String, Integer> counts) {
        Set<String> present = new HashSet<>();
        run.entity(entity).rows().forEach(row -> present.addAll(Leaves.at(row.data(), List.of(by))));
        List<String> values = counts.entrySet().stream()
                .filter(count -> !present.contains(count.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        add(RowOrigin.PARENT, entity, new Holding(by, values).of(fetching.fetch(entity, by, values)));
    }

    private void add(RowOrigin origin, String entity, List<Map<String, @Nullable Object>> rows) {
        for (Map<String, @Nullable Object> row : rows) {
            run.entity(entity).add(origin, row);
        }
    }
}
