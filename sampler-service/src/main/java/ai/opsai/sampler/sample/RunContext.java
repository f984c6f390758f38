package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.provider.SampledProvider;
import java.util.Map;

/** What the steps of one run share. */
record RunContext(
        SampleOrder order,
        SampledProvider provider,
        Map<String, Collected> entities,
        StoredReads reads,
        RequestBudget budget,
        Progress progress) {

    Collected entity(String name) {
        return entities.computeIfAbsent(
                name,
                _ -> new Collected(provider.connector()
                        .plan(name)
                        .map(plan -> plan.primaryKey())
                        .orElse(java.util.List.of())));
    }
}
