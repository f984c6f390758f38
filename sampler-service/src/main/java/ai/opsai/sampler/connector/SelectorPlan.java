package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in an answer the records are, and which of them count.
 *
 * @param filterLast whether the filter sees records as the transformations leave them
 */
record SelectorPlan(List<Template> path, @Nullable Template filter, boolean filterLast) {}
