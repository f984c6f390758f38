package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.token.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkedRowsTests {

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final Seeds seeds = new Seeds();

    private RunContext link(String... granted) {
        RunContext run = Shop.run(TestTokens.of("token-1234", provider.url()), new MemoryPages(), List.of(granted));
        new RecentRows(run).collect();
        new LinkedRows(run, Shop.CLOCK).collect(seeds);
        return run;
    }

    @Test
    void peopleOfOtherToolsAreLookedUpAndParentsFetchedById() {
        seeds.add(UUID.randomUUID(), "crm", Map.of("email", "Ann@acme.example"));
        seeds.add(UUID.randomUUID(), "crm", Map.of("email", "billing@acme.example"));
        seeds.add(UUID.randomUUID(), "crm", Map.of("email", "known@acme.example"));
        provider.on("/customers", Reply.json("[{\"id\":1,\"email\":\"known@acme.example\",\"phone\":\"1\"}]"))
                .on("/orders", Reply.json("[{\"id\":\"o1\",\"customer\":7},{\"id\":\"o2\",\"customer\":1}]"))
                .on("/find", Reply.json("[{\"id\":2,\"email\":\"ann@acme.example\"}]"))
                .on("/customers/2", Reply.json("{\"id\":2,\"email\":\"ann@acme.example\",\"phone\":\"2\"}"))
                .on("/customers/7", Reply.json("{\"id\":7,\"phone\":\"7\",\"internal\":1}"));

        RunContext run = link();

        assertThat(run.entity("customers").rows())
                .extracting(Row::origin)
                .containsExactly(RowOrigin.RECENT, RowOrigin.LOOKUP, RowOrigin.PARENT);
        assertThat(provider.received())
                .extracting(Received::target)
                .containsExactly(
                        "/customers", "/orders", "/find?mails=ann%40acme.example", "/customers/2", "/customers/7");
        assertThat(run.entity("customers").rows().get(1).data()).containsEntry("phone", "2");
        assertThat(run.entity("customers").rows().get(2).data()).containsOnlyKeys("id", "phone");
    }

    @Test
    void lookUpsKeepToTheirShareOfRequests() {
        for (int i = 0; i < 20; i++) {
            seeds.add(UUID.randomUUID(), "crm", Map.of("email", "person" + i + "@acme.example"));
        }
        provider.on("/customers", Reply.json("[]"))
                .on("/orders", Reply.json("[]"))
                .on("/find", Reply.json("[]"));

        link();

        assertThat(provider.received())
                .extracting(Received::path)
                .filteredOn("/find"::equals)
                .hasSize(2);
    }

    @Test
    void anEntityWhoseScopesWereNotGrantedIsNotLookedUpEither() {
        seeds.add(UUID.randomUUID(), "crm", Map.of("email", "ann@acme.example"));
        provider.on("/orders", Reply.json("[{\"id\":\"o1\",\"customer\":7}]"));

        link("orders");

        assertThat(provider.received()).extracting(Received::path).containsExactly("/orders");
    }

    @Test
    void failingLookUpCostsLinksAndNotTheSample() {
        seeds.add(UUID.randomUUID(), "crm", Map.of("email", "ann@acme.example"));
        provider.on("/customers", Reply.json("[{\"id\":1,\"phone\":\"1\"}]"))
                .on("/orders", Reply.json("[]"))
                .on("/find", Reply.status(403, "{}"));

        assertThat(link().entity("customers").size()).isEqualTo(1);
    }
}
