package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change to each record. */
sealed interface TransformationPlan {

    /** @param condition sees the value and its place besides the record */
    record Add(
            List<Template> path,
            ValuePlan value,
            Kind kind,
            @Nullable Template condition) implements TransformationPlan {}

    /** @param condition sees what would be removed as {@code property} */
    record Remove(List<List<Template>> paths, @Nullable Template condition) implements TransformationPlan {}

    /** All keys at the top, by a rule. */
    record Rename(Renaming by) implements TransformationPlan {}

    /** Everything nested comes to the top. */
    record Flatten(boolean lists) implements TransformationPlan {}

    /**
     * What one object holds comes to the top.
     *
     * @param drop whether the object itself goes
     * @param replace whether everything else goes
     */
    record Lift(
            List<Template> path,
            boolean drop,
            boolean replace,
            @Nullable Template prefix,
            @Nullable Template suffix) implements TransformationPlan {}

    /** Which literals an added value may become; others stay text. */
    enum Kind {
        ANY,
        TEXT,
        INTEGER,
        NUMBER,
        BOOLEAN;

        @Nullable
        Object of(Template template, Scope scope) {
            return template.evaluate(scope, this::takes);
        }

        private boolean takes(Object value) {
            boolean real = value instanceof Double || value instanceof BigDecimal;
            return switch (this) {
                case ANY -> true;
                case TEXT -> value instanceof String;
                case INTEGER -> value instanceof Number && !real;
                case NUMBER -> real;
                case BOOLEAN -> value instanceof Boolean;
            };
        }
    }

    /** How a key gets its new name. */
    sealed interface Renaming {
        record Lower() implements Renaming {}

        record Snake() implements Renaming {}

        record Replace(Template old, Template with) implements Renaming {}
    }
}
