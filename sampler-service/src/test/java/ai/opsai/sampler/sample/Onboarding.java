package ai.opsai.sampler.sample;

import ai.opsai.events.SamplePurpose;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.connector.Pace;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.provider.SampledProviders;
import ai.opsai.sampler.token.TestTokens;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.world.Provider;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A tenant that connects one tool after the other, in memory: as in the product, each new sample has the samples of the
 * other connections linked with it, all of which see what was there before.
 */
final class Onboarding implements Samples {

    private static final SampledProviders PROVIDERS = new SampledProviders(ProviderFiles.builtIn());

    private final Sandbox sandbox;
    private final String account;
    private final Clock clock = Clock.systemUTC();
    private final OutboundHttp http =
            OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true));
    private final Map<Provider, UUID> connections = new LinkedHashMap<>();
    private final Map<UUID, EarlierSample> samples = new LinkedHashMap<>();

    Onboarding(Sandbox sandbox, String account) {
        this.sandbox = sandbox;
        this.account = account;
    }

    void connect(Provider provider) {
        Map<Provider, UUID> others = new LinkedHashMap<>(connections);
        connections.put(provider, UUID.randomUUID());
        sample(provider, SamplePurpose.CONNECT);
        others.keySet().forEach(other -> sample(other, SamplePurpose.LINK));
    }

    /** The rows of an entity, as they are stored. */
    List<JsonNode> rows(Provider provider, String entity) {
        return entities(provider).path(entity).path("sample").valueStream().toList();
    }

    JsonNode entities(Provider provider) {
        return Objects.requireNonNull(sampled(provider).entities());
    }

    private UUID connection(Provider provider) {
        return Objects.requireNonNull(connections.get(provider));
    }

    private EarlierSample sampled(Provider provider) {
        return Objects.requireNonNull(samples.get(connection(provider)));
    }

    private void sample(Provider which, SamplePurpose purpose) {
        SampledProvider provider = PROVIDERS.find(which.id()).orElseThrow();
        var order = new SampleOrder(
                UUID.randomUUID(), "default", connection(which), 1, 1, purpose, which.id(), "flow", "cause");
        var tokens = TestTokens.of(sandbox.token(which, account), sandbox.baseUrl(which));
        LinkedSampler.Result result = new LinkedSampler(http, tokens, this, clock)
                .sample(
                        order,
                        provider,
                        new Surroundings(
                                new MemoryPages(),
                                (step, done, total) -> {},
                                Pace.free(),
                                Shop.LANE,
                                clock.instant().plusSeconds(900)));
        List<FinishedEntity> finished = new Finishing(16L * 1024 * 1024).finish(provider, result.entities());
        var sample = new Sample(
                order, clock.instant(), finished, Map.of(), JsonNodeFactory.instance.objectNode(), result.requests());
        JsonNode stored = StoredRows.read(SampleDocument.of(sample).toString());
        samples.put(order.connectionId(), new EarlierSample(stored.path("entities"), result.requests()));
    }

    @Override
    public Optional<EarlierSample> earlier(SampleOrder order) {
        return Optional.ofNullable(samples.get(order.connectionId()));
    }

    @Override
    public List<String> granted(SampleOrder order) {
        return List.of();
    }

    @Override
    public Seeds seeds(SampleOrder order) {
        var seeds = new Seeds();
        for (Provider provider : connections.keySet()) {
            if (!connection(provider).equals(order.connectionId())) {
                seeds.addSample(connection(provider), provider.id(), entities(provider));
            }
        }
        return seeds;
    }
}
