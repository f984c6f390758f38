package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.EventCodec;
import ai.opsai.events.SamplePurpose;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.provider.SampledProviders;
import ai.opsai.sampler.token.TestTokens;
import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.world.Provider;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The three built-in connectors against the sandbox. */
class SandboxSampleTests {

    private final OutboundHttp http =
            OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true));
    private final Clock clock = Clock.systemUTC();

    @Test
    void samplesAllEntitiesOfTheThreeProviders() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            var seeds = new Seeds();
            for (Provider provider : List.of(Provider.GITHUB, Provider.STRIPE, Provider.HUBSPOT)) {
                Map<String, Collected> entities = sample(sandbox, provider, seeds);
                UUID connection = UUID.randomUUID();
                entities.forEach((name, rows) -> {
                    System.out.println(provider + " " + name + " " + rows.size() + " total=" + rows.total() + " "
                            + rows.problem() + " " + origins(rows));
                    assertThat(rows.problem()).as(name).isNull();
                    assertThat(rows.size()).as(name).isPositive();
                    rows.rows().forEach(row -> seeds.add(connection, row.data()));
                });
            }
        }
    }

    private static Map<String, Long> origins(Collected rows) {
        return rows.rows().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        row -> row.origin().name(), java.util.stream.Collectors.counting()));
    }

    private Map<String, Collected> sample(Sandbox sandbox, Provider which, Seeds seeds) {
        SampledProvider provider =
                new SampledProviders(ProviderFiles.builtIn()).find(which.id()).orElseThrow();
        var order = new SampleOrder(
                UUID.randomUUID(), "default", UUID.randomUUID(), 1, 1, SamplePurpose.CONNECT, which.id(), "c", "e");
        var budget = new RequestBudget(provider.requests(), 0);
        var access = new Access(TestTokens.of(sandbox.token(which, "acme"), sandbox.baseUrl(which)), order, clock);
        var reads = new StoredReads(new StreamReader(http, Pause.sleeping(), clock), access, new MemoryPages(), budget);
        var run = new RunContext(order, provider, new LinkedHashMap<>(), reads, budget, (step, done, total) -> {});
        new RecentRows(run).collect();
        new LinkedRows(run, clock).collect(seeds);
        System.out.println(which + " requests " + budget.used());
        var finished = new Finishing(16L << 20).finish(provider, run.entities());
        var rows = Sample.rowsOf(finished);
        System.out.println(EventCodec.mapper()
                .writeValueAsString(new ai.opsai.sampler.analysis.Metrics(clock).of(provider.metrics(), rows)));
        var analysis = new ai.opsai.sampler.analysis.SampleAnalysis(clock).of(provider.hints(), rows);
        analysis.remove("entities");
        System.out.println(analysis);
        return run.entities();
    }
}
