package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaginationTests {

    private static final String STREAM = """
            streams:
              - type: DeclarativeStream
                name: things
                primary_key: id
                retriever:
                  type: SimpleRetriever
                  requester:
                    type: HttpRequester
                    url_base: https://api.example.com/v1/
                    path: /things
                  record_selector:
                    extractor:
                      type: DpathExtractor
                      field_path: [items]
                  paginator:
                    type: DefaultPaginator
            """;

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @Test
    void cursorIsSentUntilTheStopConditionHolds() {
        provider.on(
                "/things",
                Reply.json("{\"items\":[{\"id\":1}],\"next\":\"b\",\"more\":true}"),
                Reply.json("{\"items\":[{\"id\":2}],\"next\":\"c\",\"more\":false}"));
        String yaml = STREAM + """
                      page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: cursor}
                      pagination_strategy:
                        type: CursorPagination
                        cursor_value: "{{ response['next'] }}"
                        stop_condition: "{{ not response['more'] }}"
                """.indent(2);

        assertThat(Connectors.readAll(yaml, "things", provider.url()))
                .extracting(row -> row.get("id"))
                .containsExactly(1, 2);
        assertThat(provider.received()).extracting(Received::target).containsExactly("/things", "/things?cursor=b");
    }

    @Test
    void cursorThatRepeatsItselfEndsTheRead() {
        provider.on("/things", Reply.json("{\"items\":[{\"id\":1}],\"next\":\"same\"}"));
        String yaml = STREAM + """
                      page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: cursor}
                      pagination_strategy: {type: CursorPagination, cursor_value: "{{ response['next'] }}"}
                """.indent(2);

        assertThat(Connectors.readAll(yaml, "things", provider.url())).hasSize(2);
    }

    @Test
    void nextLinkOfTheHeaderIsFollowedWithItsOwnParameters() {
        String next = provider.url() + "/things?page=2&per_page=2";
        provider.on(
                "/things",
                Reply.json("{\"items\":[{\"id\":1}]}")
                        .header("Link", "<" + next + ">; rel=\"next\", <x>; rel=\"last\""),
                Reply.json("{\"items\":[{\"id\":2}]}"));
        String yaml = STREAM + """
                      page_size_option: {type: RequestOption, inject_into: request_parameter, field_name: per_page}
                      page_token_option: {type: RequestPath}
                      pagination_strategy:
                        type: CursorPagination
                        page_size: 2
                        cursor_value: "{{ headers['link']['next']['url'] }}"
                        stop_condition: "{{ 'next' not in headers['link'] }}"
                """.indent(2);

        assertThat(Connectors.readAll(yaml, "things", provider.url())).hasSize(2);
        assertThat(provider.received())
                .extracting(Received::target)
                .containsExactly("/things?per_page=2", "/things?page=2&per_page=2");
    }

    @Test
    void pagesAreCountedUntilOneIsShort() {
        provider.on(
                "/things", Reply.json("{\"items\":[{\"id\":1},{\"id\":2}]}"), Reply.json("{\"items\":[{\"id\":3}]}"));
        String yaml = STREAM + """
                      page_size_option: {type: RequestOption, inject_into: request_parameter, field_name: size}
                      page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                      pagination_strategy: {type: PageIncrement, start_from_page: 1, page_size: 2, inject_on_first_request: true}
                """.indent(2);

        assertThat(Connectors.readAll(yaml, "things", provider.url())).hasSize(3);
        assertThat(provider.received())
                .extracting(Received::target)
                .containsExactly("/things?size=2&page=1", "/things?size=2&page=2");
    }

    @Test
    void offsetsGrowByTheRowsThatCame() {
        provider.on(
                "/things",
                Reply.json("{\"items\":[{\"id\":1},{\"id\":2}]}"),
                Reply.json("{\"items\":[{\"id\":3},{\"id\":4}]}"),
                Reply.json("{\"items\":[]}"));
        String yaml = STREAM + """
                      page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: skip}
                      pagination_strategy: {type: OffsetIncrement, page_size: 2}
                """.indent(2);

        assertThat(Connectors.readAll(yaml, "things", provider.url())).hasSize(4);
        assertThat(provider.received())
                .extracting(Received::target)
                .containsExactly("/things", "/things?skip=2", "/things?skip=4");
    }
}
