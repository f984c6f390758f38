package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.SampledProvider;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parts an entity whose rows are of several kinds, such as the records of all tables, into one for each kind. */
final class PartedEntities {

    private static final int LONGEST_NAME = 60;

    private final Set<String> declared;
    private final Map<String, Collected> all = new LinkedHashMap<>();

    private PartedEntities(Set<String> declared) {
        this.declared = declared;
    }

    /** The same rows in the same order; entities whose rows are of one kind stay as they are. */
    static Map<String, Collected> of(SampledProvider provider, Map<String, Collected> entities) {
        var parted = new PartedEntities(provider.entities().keySet());
        entities.forEach((name, rows) -> {
            EntityPlan plan = provider.entities().get(name);
            EntityPlan.Parts parts = plan == null ? null : plan.parts();
            if (parts == null || rows.size() == 0) {
                parted.all.put(name, rows);
            } else {
                parted.add(name, rows, parts);
            }
        });
        return parted.all;
    }

    private void add(String entity, Collected rows, EntityPlan.Parts parts) {
        var names = new LinkedHashMap<List<String>, String>();
        var own = new LinkedHashSet<Collected>();
        for (Row row : rows.rows()) {
            String name = names.computeIfAbsent(Leaves.at(row.data(), parts.by()), _ -> name(entity, row, parts));
            Collected part = all.computeIfAbsent(name, _ -> new Collected(rows.primaryKey()));
            part.add(row.origin(), row.data());
            own.add(part);
        }
        own.forEach(part -> tell(part, rows));
    }

    /** What was told of the whole holds for each part. */
    private static void tell(Collected part, Collected whole) {
        Long total = whole.total();
        if (total != null && total == whole.size()) {
            part.exhaust();
        }
        Limit limit = whole.limit();
        if (limit != null) {
            part.cut(limit);
        }
        EventProblem problem = whole.problem();
        if (problem != null) {
            part.fail(problem);
        }
    }

    /** A name as entities have it; one that is taken gets a number. */
    private String name(String entity, Row row, EntityPlan.Parts parts) {
        String called = Leaves.at(row.data(), parts.name()).stream().findFirst().orElse(entity);
        String word = called.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        String plain = word.replaceAll("^_|_$", "");
        String name = plain.isEmpty() ? entity : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        String free = name;
        for (int number = 2; taken(free, entity); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private boolean taken(String name, String entity) {
        boolean another = declared.contains(name) && !name.equals(entity);
        return another || all.containsKey(name);
    }
}
