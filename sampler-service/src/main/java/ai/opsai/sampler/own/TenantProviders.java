package ai.opsai.sampler.own;

import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.provider.SampledProviders;
import java.util.Optional;

/** What a tenant's connections can be sampled by: the providers of this installation, then the tenant's own. */
public final class TenantProviders {

    private final SampledProviders providers;
    private final OwnConnectors own;

    TenantProviders(SampledProviders providers, OwnConnectors own) {
        this.providers = providers;
        this.own = own;
    }

    public Optional<SampledProvider> find(String tenant, String id) {
        return providers.find(id).or(() -> own.find(tenant, id).map(OwnConnector::provider));
    }
}
