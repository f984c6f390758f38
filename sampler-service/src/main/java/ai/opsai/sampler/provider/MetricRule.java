package ai.opsai.sampler.provider;

import ai.opsai.sampler.expression.Template;
import org.jspecify.annotations.Nullable;

/**
 * A number to compute over the rows of an entity.
 *
 * @param value summed up; null to count rows
 * @param when which rows take part
 * @param group splits the number, as by currency
 */
public record MetricRule(
        String name,
        String entity,
        @Nullable Template value,
        @Nullable Template when,
        @Nullable Template group) {}
