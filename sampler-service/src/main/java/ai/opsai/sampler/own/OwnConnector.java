package ai.opsai.sampler.own;

import ai.opsai.sampler.connector.StreamReport;
import ai.opsai.sampler.provider.Courtesy;
import ai.opsai.sampler.provider.EntityBudget;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.SampledProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant's own connector.
 *
 * @param id what its provider is called
 * @param version counts the manifests that were imported under this id
 */
public record OwnConnector(String id, String name, int version, ManifestText text) {

    private static final int MAX_ENTITIES = 20;

    /** Those of its streams that a sample has, the first ones of the file; what can't run is left out. */
    public List<String> entities() {
        return text.report().stream()
                .filter(StreamReport::runs)
                .map(StreamReport::name)
                .filter(name -> text.connector().plan(name).isPresent())
                .limit(MAX_ENTITIES)
                .toList();
    }

    /** As sampling sees it: each stream with the usual budget, and no look-ups, since a manifest declares none. */
    SampledProvider provider() {
        Map<String, EntityPlan> plans = new LinkedHashMap<>();
        entities()
                .forEach(entity -> plans.put(
                        entity, new EntityPlan(entity, EntityBudget.DEFAULT, Map.of(), List.of(), null, null, null)));
        return new SampledProvider(
                id,
                name,
                Courtesy.within(text.connector().budget()),
                plans,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                text.connector());
    }
}
