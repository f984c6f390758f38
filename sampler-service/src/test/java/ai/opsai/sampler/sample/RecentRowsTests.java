package ai.opsai.sampler.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.events.EventProblem;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.token.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentRowsTests {

    private static final String PAGE_1 = "[{\"id\":1,\"phone\":\"1\"},{\"id\":2,\"phone\":\"2\"}]";
    private static final String PAGE_2 = "[{\"id\":3,\"phone\":\"3\"}]";

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final MemoryPages pages = new MemoryPages();

    private RunContext collect(String... granted) {
        RunContext run = Shop.run(TestTokens.of("token-1234", provider.url()), pages, List.of(granted));
        new RecentRows(run).collect();
        return run;
    }

    private List<String> asked(String path) {
        return provider.received().stream()
                .filter(request -> request.path().equals(path))
                .map(Received::target)
                .toList();
    }

    @Test
    void oneFailingEntityLeavesTheOthersAlone() {
        provider.on("/customers", Reply.status(403, "{}")).on("/orders", Reply.json("[{\"id\":\"o1\"}]"));

        RunContext run = collect();

        assertThat(run.entity("orders").size()).isEqualTo(1);
        assertThat(requireNonNull(run.entity("customers").problem()).code()).isEqualTo("provider_forbidden");
    }

    @Test
    void anEntityWhoseScopesWereNotGrantedIsNotAskedFor() {
        provider.on("/orders", Reply.json("[{\"id\":\"o1\"}]"));

        RunContext run = collect("orders", "profile");

        assertThat(provider.received()).extracting(Received::path).containsExactly("/orders");
        EventProblem problem = requireNonNull(run.entity("customers").problem());
        assertThat(problem.code()).isEqualTo("insufficient_scope");
        assertThat(problem.message()).contains("Shop", "customers or everything");
        assertThat(run.entity("orders").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "everything"})
    void anyOfItsScopesIsEnough(String granted) {
        provider.on("/customers", Reply.json(PAGE_2)).on("/orders", Reply.json("[]"));

        assertThat(collect(granted, "profile").entity("customers").problem()).isNull();
    }

    @Test
    void listsReadToTheirEndSayHowManyThereAre() {
        provider.on("/customers", Reply.json(PAGE_1), Reply.json(PAGE_2)).on("/orders", Reply.json("[]"));

        RunContext run = collect();

        assertThat(run.entity("customers").total()).isEqualTo(3);
        assertThat(run.entity("orders").total()).isEqualTo(0);
    }

    @Test
    void moreRowsThanWantedMeanThatTheTotalIsUnknown() {
        provider.on("/customers", Reply.json(PAGE_1)).on("/orders", Reply.json("[]"));
        provider.on("/customers", Reply.json("[{\"id\":3},{\"id\":4}]"));

        RunContext run = collect();

        assertThat(run.entity("customers").size()).isEqualTo(4);
        assertThat(run.entity("customers").total()).isNull();
    }

    @Test
    void aRunThatWasBrokenOffAsksOnlyForTheRest() {
        provider.on("/customers", Reply.json(PAGE_1), Reply.status(429, "{}").header("Retry-After", "60"));
        assertThatExceptionOfType(ProviderThrottled.class).isThrownBy(() -> collect());
        provider.on("/customers", Reply.json(PAGE_2)).on("/orders", Reply.json("[]"));
        provider.received().clear();
        // The script still holds the refusal as its head; the next answer is the page.
        provider.skip("/customers");

        RunContext run = collect();

        assertThat(run.entity("customers").size()).isEqualTo(3);
        assertThat(asked("/customers")).containsExactly("/customers?page=1");
        assertThat(run.budget().used()).isEqualTo(pages.requests());
    }

    @Test
    void rejectedTokenEndsTheRunAfterOneRenewal() {
        provider.on("/customers", Reply.status(401, "{}"));

        assertThatExceptionOfType(SampleRefused.class)
                .isThrownBy(() -> collect())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.PROVIDER_TOKEN_REJECTED));
        assertThat(asked("/customers")).hasSize(2);
    }
}
