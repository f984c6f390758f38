package ai.opsai.sampler.connector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class ConnectorCompilerTests {

    private static final String YAML = """
            definitions:
              good: &good
                type: SimpleRetriever
                requester: {type: HttpRequester, url_base: "https://x", path: /a}
                record_selector: {extractor: {type: DpathExtractor, field_path: []}}
            streams:
              - type: DeclarativeStream
                name: good
                retriever: *good
              - type: DeclarativeStream
                name: custom
                retriever:
                  $ref: "#/definitions/good"
                  record_selector:
                    type: RecordSelector
                    extractor: {type: CustomRecordExtractor, class_name: source_x.Extractor}
              - type: DeclarativeStream
                name: soft
                retriever: {$ref: "#/definitions/good"}
                incremental_sync: {type: CustomIncrementalSync, class_name: source_x.Cursor}
                transformations: [{type: CustomTransformation, class_name: source_x.Change}]
              - type: DeclarativeStream
                name: dangling
                retriever: {$ref: "#/definitions/nothing"}
              - type: DeclarativeStream
                name: wrong
                retriever:
                  $ref: "#/definitions/good"
                  requester: {type: HttpRequester, url_base: "https://x", path: "{{ nope( }}"}
              - type: DeclarativeStream
                name: circular
                retriever: {$ref: "#/streams/5/retriever"}
            """;

    private final Connector connector = Connectors.compile(YAML);

    @Test
    void oneBrokenStreamDoesNotTakeTheOthersWithIt() {
        assertThat(connector.streams()).hasSize(6);
        assertThat(connector.plan("good")).isPresent();
        assertThat(connector.plan("custom")).isEmpty();
    }

    @Test
    void unsupportedComponentIsNamedWithFileLineAndPath() {
        assertThat(problem("custom").component()).isEqualTo("CustomRecordExtractor");
        assertThat(problem("custom").place())
                .isEqualTo("test.yaml:16 (streams[1].retriever.record_selector.extractor)");
        assertThat(problem("custom").message()).contains("custom code");
        assertThat(problem("custom").soft()).isFalse();
    }

    @Test
    void whatSamplingCanDoWithoutIsAWarning() {
        var soft = (CompiledStream.Ready) requireNonNull(connector.streams().get("soft"));
        assertThat(soft.warnings())
                .extracting(ConnectorProblem::component)
                .containsExactly("CustomIncrementalSync", "CustomTransformation");
        assertThat(soft.warnings()).allMatch(ConnectorProblem::soft);
    }

    @Test
    void brokenReferencesAndExpressionsAreToldWhereTheyStand() {
        assertThat(problem("dangling").message()).contains("points to nothing");
        assertThat(problem("circular").message()).contains("leads back to itself");
        assertThat(problem("wrong").message()).contains("the expression of path can't be read");
    }

    @Test
    void reportTellsOfEachStreamInTheOrderOfTheFile() {
        assertThat(connector.report())
                .extracting(
                        StreamReport::name,
                        StreamReport::runs,
                        report -> report.problems().size())
                .containsExactly(
                        tuple("good", true, 0),
                        tuple("custom", false, 1),
                        tuple("soft", true, 2),
                        tuple("dangling", false, 1),
                        tuple("wrong", false, 1),
                        tuple("circular", false, 1));
    }

    private ConnectorProblem problem(String stream) {
        return ((CompiledStream.Broken) requireNonNull(connector.streams().get(stream)))
                .problems()
                .getFirst();
    }
}
