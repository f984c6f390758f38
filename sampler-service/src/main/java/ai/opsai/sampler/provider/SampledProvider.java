package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.Connector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything the sampler knows of a provider. Immutable. */
public record SampledProvider(
        String id,
        String name,
        Courtesy courtesy,
        Map<String, EntityPlan> entities,
        List<Lookup> lookups,
        List<ParentRule> parents,
        List<LabelRule> labels,
        List<TestRule> testMode,
        List<MetricRule> metrics,
        List<ModelHint> hints,
        Connector connector) {

    public SampledProvider {
        entities = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entities));
        lookups = List.copyOf(lookups);
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
        testMode = List.copyOf(testMode);
        metrics = List.copyOf(metrics);
        hints = List.copyOf(hints);
    }

    /** How many requests the onboarding of one connection may take. */
    public int requests() {
        return courtesy.requests();
    }

    /** The ways to fetch an entity by a kind of value, the preferred one first. */
    public List<Lookup> lookups(String entity, String by) {
        return lookups.stream()
                .filter(lookup -> lookup.entity().equals(entity) && lookup.by().equals(by))
                .toList();
    }
}
