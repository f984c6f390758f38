package ai.opsai.sampler.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.token.TestTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HubSpot's own file against scripted answers. */
class FieldLabelsTests {

    private static final SampledProvider HUBSPOT = ProviderFiles.builtIn().stream()
            .filter(provider -> provider.id().equals("hubspot"))
            .findFirst()
            .orElseThrow();
    private static final String PROPERTIES = """
            {"results":[
              {"name":"mrr_c","label":"<b>Monthly</b> revenue","type":"number","options":[]},
              {"name":"tier_c","label":"Tier","type":"enumeration","options":[{"label":"Gold","value":"g","hidden":false}]}
            ]}""";

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final MemoryPages pages = new MemoryPages();

    @BeforeEach
    void rows() {
        for (String entity : List.of("contacts", "companies", "deals")) {
            provider.on("/crm/v3/objects/" + entity, Reply.json("""
                    {"results":[{"id":"1","properties":{"mrr_c":"12","tier_c":"g"}}]}"""));
        }
    }

    private RunContext run(String... granted) {
        RunContext run = Shop.run(HUBSPOT, TestTokens.of("token-1234", provider.url()), pages, List.of(granted));
        var labels = new FieldLabels(run);
        labels.discover();
        new RecentRows(run).collect();
        labels.describe();
        return run;
    }

    private void properties(Reply... replies) {
        for (String entity : List.of("contacts", "companies", "deals")) {
            provider.on("/crm/v3/properties/" + entity, replies);
        }
    }

    @Test
    void customPropertiesHaveTheNamesThatPeopleGaveThem() {
        properties(Reply.json(PROPERTIES));

        RunContext run = run();

        assertThat(requireNonNull(run.entity("contacts").jsonSchema()).toString())
                .isEqualTo("{\"properties\":{\"properties\":{\"properties\":{\"mrr_c\":{\"title\":\"Monthly revenue\"},"
                        + "\"tier_c\":{\"title\":\"Tier\",\"anyOf\":[{\"title\":\"Gold\",\"const\":\"g\"},{}]}}}}}");
        assertThat(run.entity("contacts").rows().getFirst().data().toString()).contains("mrr_c=12");
        assertThat(run.entity("deals").jsonSchema()).isNotNull();
    }

    @Test
    void namesAreAskedForBeforeRowsAndOnlyOnce() {
        properties(Reply.json(PROPERTIES));
        run();
        assertThat(provider.received().subList(0, 3))
                .extracting(Received::path)
                .containsExactly(
                        "/crm/v3/properties/contacts", "/crm/v3/properties/companies", "/crm/v3/properties/deals");
        int before = provider.received().size();

        RunContext again = run();

        assertThat(provider.received()).hasSize(before);
        assertThat(again.entity("contacts").jsonSchema()).isNotNull();
        assertThat(again.budget().used()).isEqualTo(pages.requests());
    }

    @Test
    void entitiesThatWereNotGrantedAreNotAskedAbout() {
        properties(Reply.json(PROPERTIES));

        run("crm.objects.deals.read");

        assertThat(provider.received())
                .extracting(Received::path)
                .containsOnly("/crm/v3/properties/deals", "/crm/v3/objects/deals");
    }

    @Test
    void namesThatCanNotBeReadCostNoRows() {
        properties(Reply.status(403, "{}"), Reply.json(PROPERTIES));

        RunContext run = run();

        assertThat(run.entity("contacts").jsonSchema()).isNull();
        assertThat(run.entity("contacts").size()).isEqualTo(1);
    }

    @Test
    void aProviderThatAsksToWaitIsAskedLaterOnlyForTheRest() {
        provider.on("/crm/v3/properties/contacts", Reply.json(PROPERTIES))
                .on("/crm/v3/properties/companies", Reply.status(429, "{}").header("Retry-After", "60"));
        assertThatExceptionOfType(ProviderThrottled.class).isThrownBy(this::run);
        provider.on("/crm/v3/properties/companies", Reply.json(PROPERTIES))
                .on("/crm/v3/properties/deals", Reply.json(PROPERTIES))
                .skip("/crm/v3/properties/companies");
        provider.received().clear();

        run();

        assertThat(provider.received().getFirst().path()).isEqualTo("/crm/v3/properties/companies");
    }
}
