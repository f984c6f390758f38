package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a manifest with its expressions parsed. What evaluates to nothing is left out of maps and lists. */
sealed interface ValuePlan {

    @Nullable
    Object evaluate(Scope scope);

    record Constant(@Nullable Object value) implements ValuePlan {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return value;
        }
    }

    record Text(Template template) implements ValuePlan {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return template.evaluate(scope);
        }
    }

    record Fields(Map<Template, ValuePlan> fields) implements ValuePlan {

        static final Fields NONE = new Fields(Map.of());

        @Override
        public Map<String, Object> evaluate(Scope scope) {
            var values = new LinkedHashMap<String, Object>();
            fields.forEach((key, plan) -> {
                Object value = plan.evaluate(scope);
                if (value != null) {
                    values.put(key.text(scope), value);
                }
            });
            return values;
        }
    }

    record Items(List<ValuePlan> items) implements ValuePlan {
        @Override
        public Object evaluate(Scope scope) {
            var values = new ArrayList<Object>();
            for (ValuePlan item : items) {
                Object value = item.evaluate(scope);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }
    }
}
