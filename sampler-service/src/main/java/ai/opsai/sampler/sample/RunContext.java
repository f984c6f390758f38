package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.SampledProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the steps of one run share.
 *
 * @param deadline after which a wait for the provider is no longer worth it
 */
record RunContext(
        SampleOrder order,
        SampledProvider provider,
        List<String> granted,
        Map<String, Collected> entities,
        StoredReads reads,
        RequestBudget budget,
        Progress progress,
        Instant deadline) {

    /** Whether the connection's scopes let the provider show the entity. */
    boolean allowed(String entity) {
        EntityPlan plan = provider.entities().get(entity);
        return plan == null || plan.allowedBy(granted);
    }

    Collected entity(String name) {
        return entities.computeIfAbsent(
                name,
                _ -> new Collected(provider.connector()
                        .plan(name)
                        .map(plan -> plan.primaryKey())
                        .orElse(List.of())));
    }
}
