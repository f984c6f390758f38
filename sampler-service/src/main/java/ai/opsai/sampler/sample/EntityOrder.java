package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.RouterPlan;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.SampledProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entities such that those whose rows others are cut by come before them. */
final class EntityOrder {

    private final SampledProvider provider;
    private final List<EntityPlan> order = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private EntityOrder(SampledProvider provider) {
        this.provider = provider;
    }

    static List<EntityPlan> parentsFirst(SampledProvider provider) {
        var order = new EntityOrder(provider);
        provider.entities().values().forEach(order::add);
        return List.copyOf(order.order);
    }

    private void add(@Nullable EntityPlan entity) {
        if (entity == null || !seen.add(entity.name())) {
            return;
        }
        provider.connector().plan(entity.name()).stream()
                .flatMap(plan -> parents(plan.router()))
                .forEach(parent -> add(provider.entities().get(parent.name())));
        order.add(entity);
    }

    private static Stream<StreamPlan> parents(RouterPlan router) {
        return switch (router) {
            case RouterPlan.Whole _, RouterPlan.Listed _ -> Stream.empty();
            case RouterPlan.Substream(List<RouterPlan.Parent> parents) ->
                parents.stream()
                        .map(RouterPlan.Parent::stream)
                        .flatMap(parent -> Stream.concat(Stream.of(parent), parents(parent.router())));
            case RouterPlan.Product(List<RouterPlan> factors) ->
                factors.stream().flatMap(EntityOrder::parents);
            case RouterPlan.Grouped(RouterPlan inner, int _, boolean _) -> parents(inner);
        };
    }
}
