package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.RowOrigin;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.token.TestTokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** What look-ups ask for, and which of the rows that come back are links. */
class LookUpTests {

    private static final SampledProvider SUPPORT = ProviderFiles.in(Path.of("src/test/resources/providers")).stream()
            .filter(provider -> provider.id().equals("support"))
            .findFirst()
            .orElseThrow();
    private static final List<String> LISTS = List.of("/people", "/companies", "/tickets");

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final Seeds seeds = new Seeds();

    private RunContext link() {
        LISTS.forEach(list -> provider.on(list, Reply.json("[]")));
        RunContext run = Shop.run(SUPPORT, TestTokens.of("token-1234", provider.url()), new MemoryPages(), List.of());
        new RecentRows(run).collect();
        new LinkedRows(run, Shop.CLOCK).collect(seeds);
        return run;
    }

    private void seed(String json) {
        seeds.addSample(UUID.randomUUID(), "crm", StoredRows.read("""
                {"contacts": {"primaryKey": ["id"], "sample": %s}}""".formatted(json)));
    }

    /** Look-ups in their order, decoded. */
    private List<String> asked() {
        return provider.received().stream()
                .filter(request -> !LISTS.contains(request.path()))
                .map(Received::target)
                .map(target -> URLDecoder.decode(target, StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Object> ids(RunContext run, String entity) {
        return run.entity(entity).rows().stream()
                .<Object>map(row -> row.data().get("id"))
                .toList();
    }

    private static Map<String, @Nullable Object> row(String json) {
        return StoredRows.map(new JsonMapper().readTree(json));
    }

    @Test
    void aTenantWithASingleConnectionAsksForNothing() {
        link();

        assertThat(asked()).isEmpty();
    }

    @Test
    void addressesAreComparedWithoutCaseTagAndSpellingOfTheDomain() {
        seed("""
                [{"id": 1, "email": "Ann+crm@Acme.example"}, {"id": 2, "email": "jo@müller.example"}]""");
        provider.on("/search", Reply.json("""
                [{"id": "per_1", "email": "ANN@acme.example"}, {"id": "per_2", "email": "Jo@Müller.example"}]"""));

        RunContext run = link();

        assertThat(asked())
                .first()
                .isEqualTo("/search?mails=ann+crm@acme.example;ann@acme.example;jo@xn--mller-kva.example");
        assertThat(ids(run, "people")).containsExactly("per_1", "per_2");
    }

    @Test
    void namesakesAreLeftOutAndAllRecordsOfOnePersonKept() {
        seed("""
                [{"id": 1, "email": "ann@acme.example"}]""");
        provider.on("/search", Reply.json("""
                [{"id": "per_1", "email": "ann@acme.example"}, {"id": "per_2", "email": "ann@acme.example.other"},
                 {"id": "per_3", "name": "Ann"}, {"id": "per_4", "mails": ["x@y.example", "Ann@acme.example"]}]"""));

        RunContext run = link();

        assertThat(ids(run, "people")).containsExactly("per_1", "per_4");
        assertThat(run.entity("people").rows()).extracting(Row::origin).containsOnly(RowOrigin.LOOKUP);
    }

    @Test
    void aValueThatTheProviderRefusesCostsOnlyItself() {
        seed("""
                [{"email": "a@x.example"}, {"email": "b@x.example"}, {"email": "c@x.example"}, {"email": "d@x.example"}]""");
        provider.on(
                        "/search",
                        Reply.status(403, "{}"),
                        Reply.json("[{\"id\": \"per_d\", \"email\": \"d@x.example\"}]"),
                        Reply.status(404, "{}"),
                        Reply.json(
                                "[{\"id\": \"per_b\", \"email\": \"b@x.example\"}, {\"id\": \"per_c\", \"email\": \"c@x.example\"}]"))
                .on("/one", Reply.json("[{\"id\": \"per_a\", \"email\": \"a@x.example\"}]"))
                .on("/domains", Reply.json("[]"));

        RunContext run = link();

        assertThat(asked())
                .containsExactly(
                        "/search?mails=a@x.example;b@x.example;c@x.example;d@x.example",
                        "/search?mails=d@x.example",
                        "/search?mails=a@x.example",
                        "/search?mails=b@x.example;c@x.example",
                        "/one?mail=a@x.example",
                        "/domains?at=x.example");
        assertThat(ids(run, "people")).containsExactlyInAnyOrder("per_a", "per_b", "per_c", "per_d");
    }

    @Test
    void aLookUpThatNeverWorksIsLeftToTheNextOneSoon() {
        seed("""
                [{"email": "a@gmail.com"}, {"email": "b@gmail.com"}, {"email": "c@gmail.com"}]""");
        provider.on("/one", Reply.json("[]"));

        link();

        assertThat(asked())
                .containsExactly(
                        "/search?mails=a@gmail.com;b@gmail.com;c@gmail.com",
                        "/search?mails=c@gmail.com",
                        "/one?mail=a@gmail.com",
                        "/one?mail=b@gmail.com",
                        "/one?mail=c@gmail.com");
    }

    @Test
    void whatABatchDidNotFindIsNotAskedForAgainByItsFallback() {
        seed("""
                [{"email": "a@gmail.com"}]""");
        provider.on("/search", Reply.json("[]"));

        link();

        assertThat(asked()).containsExactly("/search?mails=a@gmail.com");
    }

    @Test
    void ofACompanyTheMailboxCountsOrTheOnlyPerson() {
        seed("""
                [{"domain": "acme.example"}, {"domain": "solo.example"}, {"domain": "crowd.example"}, {"domain": "gmail.com"}]""");
        provider.on("/domains", Reply.json("""
                [{"id": "per_1", "email": "billing@acme.example"}, {"id": "per_2", "email": "ann@acme.example"},
                 {"id": "per_3", "email": "bob@solo.example"},
                 {"id": "per_4", "email": "cy@crowd.example"}, {"id": "per_5", "email": "di@crowd.example"},
                 {"id": "per_6", "email": "eve@notacme.example"}]"""));

        RunContext run = link();

        assertThat(asked()).containsExactly("/domains?at=acme.example;crowd.example;solo.example");
        assertThat(ids(run, "people")).containsExactly("per_1", "per_3");
    }

    @Test
    void idsOfOtherToolsAreFoundInFieldsThatTheTenantMade() {
        seed("""
                [{"id": 901, "email": "info@a.example"}, {"id": 902, "email": "known@gmail.com"}, {"id": 903}]""");
        provider.on("/people", Reply.json("""
                [{"id": "per_1", "custom": {"crm_contact_id": "901", "shoe_size": "901"}},
                 {"id": "per_2", "email": "known@gmail.com", "custom": {"crm_contact_id": 900}}]"""))
                .on("/custom", Reply.json("[{\"id\": \"per_3\", \"custom\": {\"crm_contact_id\": 903}}]"));

        RunContext run = link();

        assertThat(asked()).contains("/custom?crm_contact_id=903").noneMatch(target -> target.contains("shoe_size"));
        assertThat(ids(run, "people")).contains("per_3");
    }

    @Test
    void idsOfAnotherAccountOfTheSameProviderMeanNothingHere() {
        String rows = "{\"people\": {\"primaryKey\": [\"id\"], \"sample\": [{\"id\": \"per_77\"}]}}";
        seeds.addSample(UUID.randomUUID(), "support", StoredRows.read(rows));
        link();
        assertThat(asked()).isEmpty();

        seeds.addSample(UUID.randomUUID(), "crm", StoredRows.read(rows));
        link();
        assertThat(asked()).containsExactly("/ids?ids=per_77");
    }

    @Test
    void expandedReferencesAreTakenOutAndEmbeddedRowsCopied() {
        provider.on("/tickets", Reply.json("""
                [{"id": "t1", "requester": {"id": "per_1", "company": 5}, "watchers": [{"id": "per_2"}, {"id": "per_1"}]},
                 {"id": "t2", "requester": "per_3", "watchers": []}]"""))
                .on("/companies-by-id", Reply.json("[{\"id\": 5, \"name\": \"Acme\"}]"))
                .on("/ids", Reply.json("[{\"id\": \"per_3\"}]"));

        RunContext run = link();

        assertThat(run.entity("tickets").rows().getFirst().data())
                .isEqualTo(
                        row(
                                "{\"id\": \"t1\", \"requester\": \"per_1\", \"watchers\": [{\"id\": \"per_2\"}, {\"id\": \"per_1\"}]}"));
        assertThat(ids(run, "people")).containsExactly("per_1", "per_2", "per_3");
        assertThat(run.entity("people").rows()).extracting(Row::origin).containsOnly(RowOrigin.PARENT);
        assertThat(ids(run, "companies")).hasSize(1);
        assertThat(asked()).containsExactlyInAnyOrder("/ids?ids=per_3", "/companies-by-id?ids=5");
    }
}
