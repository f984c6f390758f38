package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change to each record. */
sealed interface TransformationPlan {

    record Add(
            List<Template> path, ValuePlan value, @Nullable Template condition) implements TransformationPlan {}

    record Remove(List<List<String>> paths) implements TransformationPlan {}
}
