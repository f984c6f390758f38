package ai.opsai.sampler.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.connector.DecoderPlan.Csv;
import ai.opsai.sampler.connector.DecoderPlan.Gzip;
import ai.opsai.sampler.connector.DecoderPlan.Json;
import ai.opsai.sampler.connector.DecoderPlan.JsonLines;
import ai.opsai.sampler.connector.DecoderPlan.Lines;
import ai.opsai.sampler.connector.DecoderPlan.Xml;
import ai.opsai.sampler.connector.DecoderPlan.Zip;
import ai.opsai.sampler.manifest.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecoderTests {

    @Test
    void csvHasItsNamesInTheFirstLine() {
        assertThat(decoded(new Csv("UTF-8", ','), "\uFEFFid,name\n1,\"a, \"\"b\"\"\"\n2\n\n"))
                .hasToString("[{id=1, name=a, \"b\"}, {id=2, name=null}]");
        byte[] latin = "id;name\n1;\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Decoding.decode(new Csv("ISO-8859-1", ';'), latin)).hasToString("[{id=1, name=\u00fc}]");
    }

    @Test
    void linesAreValuesOfTheirOwn() {
        assertThat(decoded(new JsonLines(), "{\"id\":1}\n\n{\"id\":2}"))
                .isEqualTo(List.of(Map.of("id", 1), Map.of("id", 2)));
        assertThat(decoded(new Lines(), "a\nb")).isEqualTo(List.of(Map.of("record", "a"), Map.of("record", "b")));
    }

    @Test
    void xmlShowsElementsAttributesAndText() {
        assertThat(decoded(new Xml(), """
                <?xml version="1.0"?>
                <root>
                  <item id="1">one</item>
                  <item id="2"><name>two &amp; <![CDATA[<3>]]></name><none/></item>
                </root>"""))
                .hasToString("{root={item=[{@id=1, #text=one}, {@id=2, name=two & <3>, none=null}]}}");
    }

    @Test
    void xmlReadsNoEntityOfADocumentType() {
        assertThatExceptionOfType(Undecodable.class).isThrownBy(() -> decoded(new Xml(), """
                <!DOCTYPE r [<!ENTITY secret SYSTEM "file:///etc/hostname">]><r>&secret;</r>"""));
        assertThatExceptionOfType(Undecodable.class)
                .isThrownBy(() -> decoded(new Xml(), "<a>".repeat(100) + "</a>".repeat(100)));
    }

    @Test
    void packedAnswersAreUnpackedAndUnpackedOnesTakenAsTheyAre() throws IOException {
        assertThat(Decoding.decode(new Gzip(new Json()), gzip("{\"id\":1}".getBytes(UTF_8))))
                .isEqualTo(Map.of("id", 1));
        assertThat(decoded(new Gzip(new Json()), "{\"id\":1}")).isEqualTo(Map.of("id", 1));
        assertThat(Decoding.decode(new Zip(new JsonLines()), zip("{\"id\":1}\n{\"id\":2}", "{\"id\":3}")))
                .isEqualTo(List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3)));
    }

    @Test
    void whatUnpacksToMoreThanAPageIsRefused() throws IOException {
        byte[] bomb = gzip(new byte[9 * 1024 * 1024]);

        assertThat(bomb.length).isLessThan(20_000);
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> Decoding.decode(new Gzip(new Json()), bomb))
                .withMessageContaining("unpacks to more than we read");
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(
                        () -> Decoding.decode(new Zip(new Json()), zip("x".repeat(5_000_000), "x".repeat(5_000_000))));
    }

    @Test
    void decodersOfAllGenerationsAreKnown() {
        assertThat(
                        compiled(
                                "{type: CompositeRawDecoder, parser: {type: GzipParser, inner_parser: {type: CsvParser, delimiter: '\\t', encoding: latin_1}}}"))
                .isEqualTo(new Gzip(new Csv("ISO-8859-1", '\t')));
        assertThat(compiled("{type: ZipfileDecoder, parser: {type: JsonLineParser}}"))
                .isEqualTo(new Zip(new JsonLines()));
        assertThat(compiled("{type: GzipDecoder, decoder: {type: JsonlDecoder}}"))
                .isEqualTo(new Gzip(new JsonLines()));
        assertThat(compiled("{type: XmlDecoder}")).isEqualTo(new Xml());
        assertThat(compiled("{type: IterableDecoder}")).isEqualTo(new Lines());
    }

    private static DecoderPlan compiled(String yaml) {
        Manifest manifest = Manifest.read("d.yaml", "decoder: " + yaml);
        return DecoderCompiler.of(manifest.root(), "decoder");
    }

    private static @Nullable Object decoded(DecoderPlan plan, String text) {
        return Decoding.decode(plan, text.getBytes(UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... files) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(packed)) {
            for (int i = 0; i < files.length; i++) {
                out.putNextEntry(new ZipEntry("f" + i));
                out.write(files[i].getBytes(UTF_8));
            }
        }
        return packed.toByteArray();
    }
}
