package ai.opsai.sampler.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.connector.CompiledStream;
import ai.opsai.sampler.manifest.ManifestException;
import org.junit.jupiter.api.Test;

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
                assertThat(provider.lookup(parent.to(), parent.by())).isPresent();
            });
            assertThat(provider.metrics())
                    .allSatisfy(metric -> assertThat(provider.entities()).containsKey(metric.entity()));
            assertThat(provider.hints())
                    .allSatisfy(hint -> assertThat(provider.entities()).containsKey(hint.entity()));
        }
    }

    @Test
    void everyOwnEntityThatNeedsAScopeSaysWhich() {
        assertThat(ProviderFiles.builtIn().stream()
                        .flatMap(provider -> provider.entities().values().stream())
                        .filter(entity -> entity.scopes().isEmpty())
                        .map(EntityPlan::name))
                .as("contributors are public")
                .containsExactly("users");
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
}
