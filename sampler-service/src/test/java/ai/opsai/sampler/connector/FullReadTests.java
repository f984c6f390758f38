package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FullReadTests {

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @Test
    void parentsAreReadFirstOnceAndTheirSlicesAreKnownToTheirChildren() {
        provider.on("/teams", Reply.json("[{\"id\":1},{\"id\":2}]"));
        provider.on("/teams/1/users", Reply.json("[{\"user\":{\"id\":\"a\"},\"name\":\"A\"}]"));
        provider.on("/teams/2/users", Reply.json("[{\"user\":{\"id\":\"b\"},\"name\":\"B\"}]"));
        provider.on("/teams/1/users/a/A", Reply.json("[{\"x\":1}]"));
        provider.on("/teams/2/users/b/B", Reply.json("[{\"x\":2}]"));
        String yaml = """
                definitions:
                  selector: {extractor: {type: DpathExtractor, field_path: []}}
                  teams:
                    type: DeclarativeStream
                    name: teams
                    retriever:
                      requester: {url: "%1$s/teams"}
                      record_selector: {$ref: "#/definitions/selector"}
                  users:
                    type: DeclarativeStream
                    name: users
                    retriever:
                      requester: {url: "%1$s/teams/{{ stream_partition.team }}/users"}
                      record_selector: {$ref: "#/definitions/selector"}
                      partition_router:
                        type: SubstreamPartitionRouter
                        parent_stream_configs:
                          - {parent_key: id, partition_field: team, stream: "#/definitions/teams"}
                streams:
                  - type: DeclarativeStream
                    name: things
                    retriever:
                      requester:
                        url: "%1$s/teams/{{ stream_partition.parent_slice.team }}/users/{{ stream_partition.user }}/{{ stream_slice.extra_fields['name'] }}"
                      record_selector: {$ref: "#/definitions/selector"}
                      partition_router:
                        type: SubstreamPartitionRouter
                        parent_stream_configs:
                          - {parent_key: user/id, partition_field: user, extra_fields: [[name]], stream: "#/definitions/users"}
                """.formatted(provider.url());

        assertThat(read(yaml)).hasToString("[{x=1}, {x=2}]");
        assertThat(provider.received())
                .extracting(Received::target)
                .containsExactly(
                        "/teams", "/teams/1/users", "/teams/2/users", "/teams/1/users/a/A", "/teams/2/users/b/B");
    }

    @Test
    void slicesAreGroupedWhereTheProviderTakesManyValues() {
        provider.on("/things", Reply.json("[{\"x\":1}]"));
        String yaml = """
                streams:
                  - type: DeclarativeStream
                    name: things
                    retriever:
                      requester:
                        url: "%s/things"
                        request_parameters: {ids: "{{ stream_partition.id | join(',') }}"}
                      record_selector: {extractor: {field_path: []}}
                      partition_router:
                        type: GroupingPartitionRouter
                        group_size: 2
                        underlying_partition_router: {type: ListPartitionRouter, values: [a, b, a, c], cursor_field: id}
                """.formatted(provider.url());

        assertThat(read(yaml)).hasSize(2);
        assertThat(provider.received())
                .extracting(Received::target)
                .containsExactly("/things?ids=a%2Cb", "/things?ids=c");
    }

    private static List<Map<String, @Nullable Object>> read(String yaml) {
        var records = new ArrayList<Map<String, @Nullable Object>>();
        new FullRead(Connectors.reader(new ArrayList<>()), Connectors.own(Map.of()), new RequestBudget(100, 0))
                .read(Connectors.plan(yaml, "things"), records::add);
        return records;
    }
}
