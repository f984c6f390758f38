package ai.opsai.sampler.analysis;

import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Evaluates declared expressions over rows. A row that an expression can't handle simply doesn't count. */
final class RowScope {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;

    RowScope(Clock clock) {
        this.clock = clock;
    }

    List<Scope> of(List<ObjectNode> rows) {
        return rows.stream().map(this::scope).toList();
    }

    private Scope scope(ObjectNode row) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("record", JSON.treeToValue(row, Map.class));
        variables.put("config", Map.of());
        return new Scope(variables, clock);
    }

    static boolean holds(@Nullable Template condition, Scope row) {
        try {
            return condition == null || condition.test(row);
        } catch (ExpressionException e) {
            return false;
        }
    }

    static @Nullable Object value(Template template, Scope row) {
        try {
            return template.evaluate(row);
        } catch (ExpressionException e) {
            return null;
        }
    }
}
