package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.Total;
import org.jspecify.annotations.Nullable;

/**
 * How many rows the provider has of an entity.
 *
 * @param request the request whose answer tells; null where the answers with the rows do
 */
public record TotalRule(Total place, @Nullable StreamPlan request) {}
