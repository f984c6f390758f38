package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Reply;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbered after the rows of docs/security.md. */
class HostilePagesTests {

    private static final String STREAM = """
            streams:
              - type: DeclarativeStream
                name: things
                retriever:
                  type: SimpleRetriever
                  requester: {type: HttpRequester, url_base: "https://api.example.com", path: /things}
                  record_selector: {extractor: {type: DpathExtractor, field_path: [items]}}
                  paginator:
                    type: DefaultPaginator
                    page_token_option: {type: %s}
                    pagination_strategy: {type: CursorPagination, cursor_value: "{{ response['next'] }}"}
            """;

    private static final String LINKED = STREAM.formatted("RequestPath");
    private static final String COUNTED =
            STREAM.formatted("RequestOption, inject_into: request_parameter, field_name: cursor");

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @RegisterExtension
    final FakeProvider elsewhere = new FakeProvider();

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:%d/things", "//localhost:%d/things", "http://127.0.0.1@localhost:%d/things"})
    void b06_aNextPageElsewhereIsRefusedAndGetsNoToken(String address) {
        int port = URI.create(elsewhere.url()).getPort();
        elsewhere.on("/things", Reply.json("{\"items\":[{\"id\":2}]}"));
        provider.on("/things", page(1, address.formatted(port)));

        ProviderFailure refused =
                catchThrowableOfType(ProviderFailure.class, () -> Connectors.readAll(LINKED, "things", provider.url()));

        assertThat(refused.code()).isEqualTo(ProblemCode.EGRESS_BLOCKED);
        assertThat(elsewhere.received()).isEmpty();
    }

    @Test
    void b10_pagesWithoutEndEndWithTheBudget() {
        provider.on(
                "/things",
                IntStream.range(0, 300)
                        .mapToObj(number -> page(number, "page " + number % 3))
                        .toArray(Reply[]::new));

        assertThatExceptionOfType(BudgetExhausted.class)
                .isThrownBy(() -> Connectors.readAll(COUNTED, "things", provider.url()));
        assertThat(provider.received()).hasSize(100);
    }

    @Test
    void b14_anAnswerWithoutABodyHasNoRows() {
        provider.on("/things", Reply.status(204, ""));

        assertThat(Connectors.readAll(COUNTED, "things", provider.url())).isEmpty();
    }

    private static Reply page(int id, String next) {
        return Reply.json("{\"items\":[{\"id\":" + id + "}],\"next\":\"" + next + "\"}");
    }
}
