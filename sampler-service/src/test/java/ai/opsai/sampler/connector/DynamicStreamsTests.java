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

/** Streams that come into being only with a configuration, or with what the provider says. */
class DynamicStreamsTests {

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @Test
    void providerNamesItsStreams() {
        provider.on(
                "/tables", Reply.json("[{\"id\":\"t1\",\"title\":\"People\"},{\"id\":\"t2\",\"title\":\"Deals\"}]"));
        provider.on("/rows/t2", Reply.json("[{\"id\":5}]"));

        Connector connector = expanded(template("""
                type: HttpComponentsResolver
                retriever:
                  requester: {url: "%s/tables"}
                  record_selector: {extractor: {field_path: []}}
                components_mapping:
                  - {field_path: [name], value: "{{ components_values['title'] }}"}
                  - {field_path: [retriever, requester, path], value: "/rows/{{ components_values['id'] }}"}
                """.formatted(provider.url())), Map.of());

        assertThat(connector.streams().keySet()).containsExactly("People", "Deals");
        var records = new ArrayList<Map<String, @Nullable Object>>();
        new FullRead(reader(), Connectors.own(Map.of()), budget())
                .read(connector.plan("Deals").orElseThrow(), records::add);
        assertThat(records).extracting(record -> record.get("id")).containsExactly(5);
        assertThat(provider.received()).extracting(Received::target).containsExactly("/tables", "/rows/t2");
    }

    @Test
    void configurationNamesItsStreamsInEveryCombination() {
        String yaml = template("""
                type: ConfigComponentsResolver
                stream_config:
                  - {configs_pointer: [tables]}
                  - {configs_pointer: [regions], default_values: [eu]}
                components_mapping:
                  - {field_path: [name], value: "{{ components_values['name'] }} {{ components_values['source_config_1'][1] }}"}
                """);

        assertThat(expanded(
                                yaml,
                                Map.of(
                                        "tables",
                                        List.of(Map.of("name", "a"), Map.of("name", "b")),
                                        "regions",
                                        List.of("us")))
                        .streams()
                        .keySet())
                .containsExactly("a us", "a eu", "b us", "b eu");
    }

    @Test
    void manifestNamesItsStreamsItself() {
        String yaml = template("""
                type: ParametrizedComponentsResolver
                stream_parameters: {list_of_parameters_for_stream: [{name: a}, {name: b}]}
                components_mapping:
                  - {field_path: [name], value: "{{ components_values['name'] }}"}
                  - {field_path: [primary_key], value: id, create_or_update: true}
                """);

        Connector connector = expanded(yaml, Map.of());
        assertThat(connector.streams().keySet()).containsExactly("a", "b");
        assertThat(connector.plan("a").orElseThrow().primaryKey()).containsExactly("id");
    }

    @Test
    void conditionalStreamsAreThereWhereTheirConditionHolds() {
        String yaml = """
                streams:
                  - {type: DeclarativeStream, name: always, retriever: {$ref: "#/definitions/retriever"}}
                  - type: ConditionalStreams
                    condition: "{{ config['extra'] }}"
                    streams:
                      - {type: DeclarativeStream, name: extra, retriever: {$ref: "#/definitions/retriever"}}
                definitions:
                  retriever:
                    type: SimpleRetriever
                    requester: {url: "https://x"}
                    record_selector: {extractor: {field_path: []}}
                """;

        assertThat(Connectors.compile(yaml).report())
                .extracting(StreamReport::name)
                .containsExactly("always", "extra");
        assertThat(expanded(yaml, Map.of("extra", false)).streams().keySet()).containsExactly("always");
        assertThat(expanded(yaml, Map.of("extra", true)).streams().keySet()).containsExactly("always", "extra");
    }

    @Test
    void templateThatCannotRunIsReportedAndLeavesTheOthersAlone() {
        Connector connector = Connectors.compile(template("{type: CustomComponentsResolver, class_name: x.Y}"));

        assertThat(connector.report())
                .singleElement()
                .satisfies(report -> assertThat(report.runs()).isFalse());
        assertThat(reader().expanded(connector, Connectors.own(Map.of()), budget())
                        .streams())
                .isEmpty();
    }

    private String template(String resolver) {
        return """
                dynamic_streams:
                  - type: DynamicDeclarativeStream
                    stream_template:
                      type: DeclarativeStream
                      name: ""
                      retriever:
                        type: SimpleRetriever
                        requester: {type: HttpRequester, url_base: "%s", path: ""}
                        record_selector: {extractor: {field_path: []}}
                    components_resolver:
                %s
                """.formatted(provider.url(), resolver.indent(6));
    }

    private static Connector expanded(String yaml, Map<String, @Nullable Object> config) {
        return reader().expanded(Connectors.compile(yaml), Connectors.own(config), budget());
    }

    private static StreamReader reader() {
        return Connectors.reader(new ArrayList<>());
    }

    private static RequestBudget budget() {
        return new RequestBudget(100, 0);
    }
}
