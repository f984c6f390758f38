package ai.opsai.sampler.analysis;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.provider.ModelHint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges the business model by what the rows show. A hint gets points for the share and the number of rows that bear it
 * out; without such rows it gets none, so that a provider alone decides nothing.
 */
final class BusinessModels {

    /** Below this the rows say too little. */
    private static final double ENOUGH = 0.3;

    private final RowScope scopes;

    BusinessModels(Clock clock) {
        this.scopes = new RowScope(clock);
    }

    /** One fact that speaks for a model. */
    record Evidence(String model, String statement, String entity, long rows, long of, double points) {}

    record Judgement(String model, List<Evidence> evidence) {}

    Judgement judge(List<ModelHint> hints, Map<String, EntityRows> entities) {
        var scoped = new HashMap<String, List<Scope>>();
        entities.forEach((name, rows) -> scoped.put(name, scopes.of(rows.rows())));
        var evidence = new ArrayList<Evidence>();
        for (ModelHint hint : hints) {
            List<Scope> rows = scoped.getOrDefault(hint.entity(), List.of());
            long matching = rows.stream()
                    .filter(row -> RowScope.holds(hint.when(), row))
                    .count();
            if (matching > 0) {
                evidence.add(evidence(hint, matching, rows.size()));
            }
        }
        evidence.sort(Comparator.comparingDouble(Evidence::points).reversed().thenComparing(Evidence::model));
        return new Judgement(strongest(evidence), List.copyOf(evidence));
    }

    private static Evidence evidence(ModelHint hint, long matching, long of) {
        double share = (double) matching / of;
        double number = matching / (matching + 5.0);
        double points = hint.weight() * number * (0.3 + 0.7 * share);
        return new Evidence(
                hint.model(),
                matching + " of " + of + " " + hint.entity() + ": " + hint.says(),
                hint.entity(),
                matching,
                of,
                BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP).doubleValue());
    }

    private static String strongest(List<Evidence> evidence) {
        var points = new TreeMap<String, Double>();
        evidence.forEach(each -> points.merge(each.model(), each.points(), Double::sum));
        return points.entrySet().stream()
                .filter(entry -> entry.getValue() >= ENOUGH)
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Double>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("unknown");
    }
}
