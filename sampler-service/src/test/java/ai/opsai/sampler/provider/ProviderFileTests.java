package ai.opsai.sampler.provider;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.connector.CompiledStream;
import ai.opsai.sampler.connector.RateLimit;
import ai.opsai.sampler.connector.Total;
import ai.opsai.sampler.manifest.ManifestException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderFileTests {

    @Test
    void everyEntityOfTheBuiltInProvidersHasARunningStreamWithAKey() {
        assertThat(ProviderFiles.builtIn()).extracting(SampledProvider::id).contains("github", "stripe", "hubspot");
        for (SampledProvider provider : ProviderFiles.builtIn()) {
            assertThat(provider.connector().streams().values())
                    .allSatisfy(stream -> assertThat(stream).isInstanceOf(CompiledStream.Ready.class));
            assertThat(provider.entities().keySet())
                    .allSatisfy(entity -> assertThat(provider.connector().plan(entity))
                            .hasValueSatisfying(
                                    plan -> assertThat(plan.primaryKey()).isNotEmpty()));
        }
    }

    @Test
    void everyReferenceOfAProviderFileLeadsSomewhere() {
        for (SampledProvider provider : ProviderFiles.builtIn()) {
            assertThat(provider.parents()).allSatisfy(parent -> {
                assertThat(provider.entities()).containsKeys(parent.entity(), parent.to());
                if (parent.embedded() != ParentRule.Embedded.ALWAYS) {
                    assertThat(provider.lookups(parent.to(), parent.by())).isNotEmpty();
                }
            });
            assertThat(provider.labels())
                    .allSatisfy(label -> assertThat(provider.entities()).containsKey(label.entity()));
            assertThat(provider.testMode())
                    .allSatisfy(rule -> assertThat(provider.entities()).containsKey(rule.entity()));
            assertThat(provider.metrics())
                    .allSatisfy(metric -> assertThat(provider.entities()).containsKey(metric.entity()));
            assertThat(provider.hints())
                    .allSatisfy(hint -> assertThat(provider.entities()).containsKey(hint.entity()));
        }
    }

    /** Values come from what other tools hold, where anybody may have written them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' OR Name LIKE '%@acme.example",
                "x'OR''!='@acme.example",
                "x\\'@acme.example",
                "x\"OR\"@acme.example",
                "ann@acme.example role:admin",
                "ann@acme.example\n",
                "a' OR Website LIKE 'b.example",
                "00100000000000a' OR Id != '"
            })
    void noLookUpTakesAValueThatSaysMoreThanItself(String value) {
        assertThat(ProviderFiles.builtIn().stream().flatMap(provider -> provider.lookups().stream()))
                .allSatisfy(lookup -> assertThat(lookup.matches().matcher(value).matches())
                        .as(lookup.entity() + " by " + lookup.by())
                        .isFalse());
    }

    /** Where a value gets into a path, it can't lead out of its place in it. */
    @ParameterizedTest
    @ValueSource(strings = {"../me", "a/b@acme.example", "a?b@acme.example", "a#b@acme.example", "a%2fb@acme.example"})
    void noLookUpOfAsanaTakesAValueThatChangesThePath(String value) {
        assertThat(builtIn("asana").lookups())
                .isNotEmpty()
                .noneMatch(lookup -> lookup.matches().matcher(value).matches());
    }

    private static SampledProvider builtIn(String id) {
        return ProviderFiles.builtIn().stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyEntityThatNeedsAScopeSaysWhich() {
        Set<String> toldWhereTheAppIsRegistered = Set.of("intercom", "notion", "pipedrive");
        assertThat(ProviderFiles.builtIn().stream()
                        .filter(provider -> !toldWhereTheAppIsRegistered.contains(provider.id()))
                        .flatMap(provider -> provider.entities().values().stream()
                                .filter(entity -> entity.scopes().isEmpty())
                                .map(entity -> provider.id() + " " + entity.name())))
                .as("contributors are public")
                .containsExactly("github users");
    }

    @Test
    void anOperatorsFileMayAlsoSayWhatTheGatewayReads() {
        assertThat(ProviderFiles.in(Path.of("../docs/examples/providers")))
                .singleElement()
                .satisfies(desk -> {
                    assertThat(desk.id()).isEqualTo("desk");
                    assertThat(desk.entities()).containsOnlyKeys("people", "tickets");
                    assertThat(desk.lookups("people", "email")).hasSize(1);
                    assertThat(desk.parents()).hasSize(1);
                });
    }

    @Test
    void whatNobodyReadsIsToldWithFileAndLine() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> ProviderFile.read("x", "streams: []", """
                        id: x
                        name: X
                        oauth: {scopes: [all]}
                        colour: red
                        """))
                .withMessage("x/provider.yaml:4 (colour): no such member");
    }

    @Test
    void whatIsWrongIsToldWithFileAndLine() {
        String manifest = "streams: []";
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> ProviderFile.read("x", manifest, "name: X"))
                .withMessageStartingWith("x/provider.yaml:1");
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> ProviderFile.read("x", manifest, """
                        id: x
                        name: X
                        budget: {requests: 1}
                        entities: {a: {}}
                        metrics:
                          m:
                            entity: a
                            sum: "{{ 1 + }}"
                        """))
                .withMessageContaining("x/provider.yaml:6")
                .withMessageContaining("sum");
    }

    @Test
    void whatMayBeAskedOfAProviderIsDeclaredAndHasDefaults() {
        SampledProvider provider = ProviderFile.read("x", "streams: []", """
                id: x
                name: X
                budget:
                  requests: 60
                  concurrency: 3
                  rate: {requests: 30, per: PT10S, of: app}
                rateLimit:
                  statuses: [429, 420]
                  reset: {header: X-Reset, meaning: epoch-milliseconds}
                  remaining: X-Left
                entities:
                  a: {}
                  b: {rows: 50, slices: 4, pages: 6, bytes: 1000, requests: 7, time: PT5S, total: {header: X-Total}}
                metrics: {}
                """);

        Courtesy courtesy = provider.courtesy();
        assertThat(courtesy.requests()).isEqualTo(60);
        assertThat(courtesy.concurrency()).isEqualTo(3);
        assertThat(courtesy.rate()).isEqualTo(new Courtesy.Rate(30, Duration.ofSeconds(10), Courtesy.Sharing.APP));
        assertThat(courtesy.limit())
                .isEqualTo(new RateLimit(
                        Set.of(429, 420),
                        new RateLimit.Reset("X-Reset", RateLimit.Meaning.EPOCH_MILLISECONDS),
                        "X-Left"));
        assertThat(requireNonNull(provider.entities().get("a")).budget()).isEqualTo(EntityBudget.DEFAULT);
        EntityPlan b = requireNonNull(provider.entities().get("b"));
        assertThat(b.budget()).isEqualTo(new EntityBudget(50, 4, 6, 1000, 7, Duration.ofSeconds(5)));
        assertThat(b.total()).isEqualTo(new TotalRule(new Total.Header("X-Total"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate: {requests: 0, per: PT1S}|at least one request",
                "rate: {requests: 1, per: soon}|per is no duration",
                "rate: {requests: 1, per: PT1S, of: nobody}|of is none of account, app"
            })
    void aRateThatMakesNoSenseIsRefused(String rate, String complaint) {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> ProviderFile.read("x", "streams: []", """
                        id: x
                        name: X
                        budget: {%s}
                        entities: {}
                        """.formatted(rate)))
                .withMessageContaining(complaint);
    }

    @Test
    void noWindowOfARateSeesMoreThanItAllows() {
        for (int requests : new int[] {1, 3, 10, 100, 5_000}) {
            var rate = new Courtesy.Rate(requests, Duration.ofSeconds(10), Courtesy.Sharing.ACCOUNT);

            long inWindow = rate.burst() - 1 + rate.per().dividedBy(rate.interval());

            assertThat(inWindow).isBetween(Math.round(requests * 0.99), (long) requests);
        }
    }
}
