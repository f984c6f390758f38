package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value of a manifest with its expressions parsed. What evaluates to nothing is left out of maps and lists. */
sealed interface ValuePlan {

    /** How an expression's result is taken. */
    @FunctionalInterface
    interface Reading extends Function<Template, @Nullable Object> {}

    @Nullable
    Object read(Reading reading);

    /** Under the literal rule, as JSON bodies and added fields hold it. */
    default @Nullable Object evaluate(Scope scope) {
        return read(template -> template.evaluate(scope));
    }

    record Constant(@Nullable Object value) implements ValuePlan {
        @Override
        public @Nullable Object read(Reading reading) {
            return value;
        }
    }

    record Text(Template template) implements ValuePlan {
        @Override
        public @Nullable Object read(Reading reading) {
            return reading.apply(template);
        }
    }

    record Fields(Map<Template, ValuePlan> fields) implements ValuePlan {

        static final Fields NONE = new Fields(Map.of());

        /** As parameters, headers and forms carry values: text, unless it spells a whole number. */
        Map<String, Object> scalars(Scope scope) {
            return read(template -> template.scalar(scope));
        }

        @Override
        public Map<String, Object> evaluate(Scope scope) {
            return read(template -> template.evaluate(scope));
        }

        @Override
        public Map<String, Object> read(Reading reading) {
            var values = new LinkedHashMap<String, Object>();
            fields.forEach((key, plan) -> {
                Object value = plan.read(reading);
                Object name = reading.apply(key);
                if (value != null && name != null) {
                    values.put(name.toString(), value);
                }
            });
            return values;
        }
    }

    record Items(List<ValuePlan> items) implements ValuePlan {
        @Override
        public Object read(Reading reading) {
            var values = new ArrayList<Object>();
            for (ValuePlan item : items) {
                Object value = item.read(reading);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }
    }
}
