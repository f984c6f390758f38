package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.RowOrigin;
import ai.opsai.events.SamplePurpose;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The three built-in connectors against the sandbox, one after the other, as a tenant would connect them. */
class SandboxSampleTests {

    private static Sandbox sandbox;

    private final SampledProviders providers = new SampledProviders(ProviderFiles.builtIn());
    private final Seeds seeds = new Seeds();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void eachEntityHasRowsAndLaterProvidersHoldThePeopleOfEarlierOnes() {
        RunContext github = sample(Provider.GITHUB);
        RunContext stripe = sample(Provider.STRIPE);
        RunContext hubspot = sample(Provider.HUBSPOT);

        assertThat(github.entities())
                .containsOnlyKeys("repositories", "organizations", "issues", "pull_requests", "commits", "users");
        assertThat(stripe.entities())
                .containsOnlyKeys(
                        "customers",
                        "products",
                        "prices",
                        "subscriptions",
                        "invoices",
                        "charges",
                        "refunds",
                        "disputes");
        assertThat(hubspot.entities()).containsOnlyKeys("contacts", "companies", "deals");
        assertThat(github.entity("users").rows()).extracting(Row::origin).contains(RowOrigin.PARENT);
        assertThat(stripe.entity("customers").rows())
                .extracting(Row::origin)
                .contains(RowOrigin.LOOKUP, RowOrigin.PARENT);
        assertThat(hubspot.entity("contacts").rows())
                .extracting(Row::origin)
                .contains(RowOrigin.LOOKUP, RowOrigin.PARENT);
    }

    @Test
    void customPropertiesAreAskedFor() {
        assertThat(sample(Provider.HUBSPOT).entity("contacts").rows())
                .allSatisfy(row -> assertThat(row.data().get("properties"))
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                        .hasSizeGreaterThan(10));
    }

    private RunContext sample(Provider which) {
        SampledProvider provider = providers.find(which.id()).orElseThrow();
        var order = new SampleOrder(
                UUID.randomUUID(), "default", UUID.randomUUID(), 1, 1, SamplePurpose.CONNECT, which.id(), "c", "e");
        var budget = new RequestBudget(provider.requests(), 0);
        var tokens = TestTokens.of(sandbox.token(which, "acme"), sandbox.baseUrl(which));
        Clock clock = Clock.systemUTC();
        var http = OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true));
        var reads = new StoredReads(
                new StreamReader(http, _ -> {}, clock),
                new Access(tokens, order, clock),
                new MemoryPages(),
                Shop.LANE,
                budget);
        Map<String, Collected> entities = new LinkedHashMap<>();
        var run = new RunContext(
                order, provider, List.of(), entities, reads, budget, (step, done, total) -> {}, Instant.MAX);
        new RecentRows(run).collect();
        new LinkedRows(run, clock).collect(seeds);
        entities.forEach((name, rows) -> {
            assertThat(rows.problem()).as(name).isNull();
            assertThat(rows.size()).as(name).isPositive();
            rows.rows().forEach(row -> seeds.add(order.connectionId(), which.id(), row.data()));
        });
        assertThat(budget.used()).isLessThanOrEqualTo(100);
        return run;
    }
}
