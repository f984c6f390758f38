package ai.opsai.sampler.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTests {

    @Test
    void ownKeysWinOverTheReferenceAndReferencesMayBePlainText() {
        Manifest manifest = Manifest.read("m.yaml", """
                definitions:
                  base: {type: Thing, a: 1, b: {c: 2}}
                  text: "#/definitions/base/b"
                streams:
                  - {$ref: "#/definitions/base", a: 9, d: "#/definitions/text"}
                """);

        assertThat(manifest.resolve(manifest.streams().getFirst(), "", "").plain())
                .isEqualTo(Map.of("type", "Thing", "a", 9L, "b", Map.of("c", 2L), "d", Map.of("c", 2L)));
    }

    @Test
    void parametersAreHandedDownAndNeverReplaceWhatIsThere() {
        Manifest manifest = Manifest.read("m.yaml", """
                streams:
                  - type: DeclarativeStream
                    $parameters: {name: outer, path: /p}
                    retriever:
                      requester: {path: /own}
                      plain: {query: {type: QueryProperties}}
                    schema: {type: object, properties: {}}
                """);

        Source.Mapping stream = manifest.resolve(manifest.streams().getFirst(), "DeclarativeSource", "streams");

        assertThat(stream.text("name")).isEqualTo("outer");
        assertThat(stream.mapping("retriever").type()).isEqualTo("SimpleRetriever");
        assertThat(stream.mapping("retriever").mapping("requester").text("path"))
                .isEqualTo("/own");
        assertThat(stream.mapping("retriever").mapping("plain").mapping("query").text("name"))
                .isEqualTo("outer");
        assertThat(stream.mapping("schema").plain()).isEqualTo(Map.of("type", "object", "properties", Map.of()));
    }

    @Test
    void errorsNameFileAndLine() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.read("broken.yaml", "a: 1\nb: [1, 2\nc: }"))
                .withMessageStartingWith("broken.yaml:3");
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.read("list.yaml", "[1, 2]"))
                .withMessageContaining("no mapping");
    }

    @Test
    void aFileThatExpandsWithoutBoundsIsRefused() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String previous = "*a" + (i - 1);
            yaml.append(
                    "a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, previous))));
        }

        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.read("bomb.yaml", yaml.toString()));
    }

    @Test
    void streamsMayStandAmongTheDefinitionsAlone() {
        assertThat(Manifest.read("m.yaml", "definitions: {streams: {a: {name: a}, b: {name: b}}}")
                        .streams())
                .hasSize(2);
        assertThat(Manifest.read("m.yaml", "streams: '#/definitions/all'\ndefinitions: {all: [{name: a}]}")
                        .streams())
                .hasSize(1);
    }

    @Test
    void filesOfTheOldestGenerationAreRefusedWithTheReason() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.read("old.yaml", "streams:\n  - $options: {name: a}"))
                .withMessageContaining("old.yaml:2")
                .withMessageContaining("$parameters");
    }

    @Test
    void nothingOfSchemasButTheirKindIsResolved() {
        Manifest manifest = Manifest.read("m.yaml", """
                definitions:
                  loader: {type: InlineSchemaLoader, schema: {properties: "#/definitions/nowhere"}}
                streams: [{type: DeclarativeStream, schema_loader: {$ref: "#/definitions/loader"}}]
                """);

        assertThat(manifest.resolve(manifest.streams().getFirst(), "DeclarativeSource", "streams")
                        .mapping("schema_loader")
                        .plain())
                .isEqualTo(Map.of("type", "InlineSchemaLoader"));
    }

    @Test
    void codeWithoutATypeIsNamedByItsPlace() {
        Manifest manifest = Manifest.read("m.yaml", """
                streams: [{record_selector: {extractor: {class_name: x.Y}}}]
                """);

        assertThat(manifest.resolve(manifest.streams().getFirst(), "DeclarativeStream", "retriever")
                        .mapping("record_selector")
                        .mapping("extractor")
                        .type())
                .isEqualTo("CustomRecordExtractor");
    }

    @Test
    void deepNestingIsRefusedBeforeItIsRead() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Manifest.read("deep.yaml", "a: " + "[".repeat(100_000)))
                .withMessageContaining("nests too deeply");
    }
}
