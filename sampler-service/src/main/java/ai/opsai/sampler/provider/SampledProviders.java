package ai.opsai.sampler.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All providers by id. */
public final class SampledProviders {

    private final Map<String, SampledProvider> byId = new TreeMap<>();

    public SampledProviders(List<SampledProvider> providers) {
        providers.forEach(provider -> byId.put(provider.id(), provider));
    }

    public Optional<SampledProvider> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<SampledProvider> all() {
        return byId.values();
    }
}
