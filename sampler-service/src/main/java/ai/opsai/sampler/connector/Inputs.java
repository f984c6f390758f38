package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request gets as parameters, headers or form fields: a mapping, or a text that renders to one. */
sealed interface Inputs {

    Inputs NONE = new Named(ValuePlan.Fields.NONE);

    /** As addresses, headers and forms carry values: text, unless it spells a whole number. */
    Map<String, Object> scalars(Scope scope);

    record Named(ValuePlan.Fields fields) implements Inputs {
        @Override
        public Map<String, Object> scalars(Scope scope) {
            return fields.scalars(scope);
        }
    }

    /** Nothing where the text renders to something else than a mapping. */
    record Rendered(Template text) implements Inputs {
        @Override
        public Map<String, Object> scalars(Scope scope) {
            var inputs = new LinkedHashMap<String, Object>();
            if (text.evaluate(scope) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> put(inputs, name, value));
            }
            return inputs;
        }

        private static void put(Map<String, Object> inputs, @Nullable Object name, @Nullable Object value) {
            if (value != null) {
                inputs.put(String.valueOf(name), value);
            }
        }
    }
}
