package ai.opsai.sampler.analysis;

import ai.opsai.events.Coverage;
import ai.opsai.events.Metric;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.provider.MetricRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Computes the declared metrics over what was read, and says over how much of the truth. */
public final class Metrics {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RowScope scopes;

    public Metrics(Clock clock) {
        this.scopes = new RowScope(clock);
    }

    /** By name; a metric whose entity has no sample is left out. */
    public Map<String, Metric> of(List<MetricRule> rules, Map<String, EntityRows> entities) {
        var metrics = new TreeMap<String, Metric>();
        var scoped = new HashMap<String, List<Scope>>();
        for (MetricRule rule : rules) {
            EntityRows rows = entities.get(rule.entity());
            if (rows != null) {
                List<Scope> each = scoped.computeIfAbsent(rule.entity(), _ -> scopes.of(rows.rows()));
                metrics.put(rule.name(), new Metric(value(rule, each), coverage(rows)));
            }
        }
        return metrics;
    }

    private static Coverage coverage(EntityRows rows) {
        return new Coverage(rows.rows().size(), rows.total(), rows.complete());
    }

    private static JsonNode value(MetricRule rule, List<Scope> rows) {
        List<Scope> counted =
                rows.stream().filter(row -> RowScope.holds(rule.when(), row)).toList();
        Template group = rule.group();
        if (group == null) {
            return total(rule, counted);
        }
        var parts = new TreeMap<String, List<Scope>>();
        for (Scope row : counted) {
            parts.computeIfAbsent(String.valueOf(RowScope.value(group, row)), _ -> new ArrayList<>())
                    .add(row);
        }
        ObjectNode object = NODES.objectNode();
        parts.forEach((name, part) -> object.set(name, total(rule, part)));
        return object;
    }

    private static JsonNode total(MetricRule rule, List<Scope> rows) {
        Template value = rule.value();
        if (value == null) {
            return NODES.numberNode(rows.size());
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Scope row : rows) {
            sum = sum.add(number(RowScope.value(value, row)));
        }
        BigDecimal rounded = sum.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() <= 0 ? NODES.numberNode(rounded.longValue()) : NODES.numberNode(rounded);
    }

    private static BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> flag ? BigDecimal.ONE : BigDecimal.ZERO;
            case Number number -> new BigDecimal(number.toString());
            case null, default -> BigDecimal.ZERO;
        };
    }
}
