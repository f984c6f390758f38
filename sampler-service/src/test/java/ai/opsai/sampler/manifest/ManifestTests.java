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
}
