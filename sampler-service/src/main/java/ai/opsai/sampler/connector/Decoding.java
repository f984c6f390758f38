package ai.opsai.sampler.connector;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Makes data of an answer's bytes, within limits. */
final class Decoding {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxNumberLength(400)
            .maxNameLength(10_000)
            .maxStringLength(5_000_000)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.INSERT_NULLS_FOR_MISSING_COLUMNS)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.IGNORE_TRAILING_UNMAPPABLE)
            .build();

    private Decoding() {}

    /** @throws Undecodable when the bytes are not what the decoder takes */
    static @Nullable Object decode(DecoderPlan plan, byte[] bytes) {
        try {
            return switch (plan) {
                case DecoderPlan.Json() -> JSON.readValue(bytes, Object.class);
                case DecoderPlan.JsonLines() -> jsonLines(bytes);
                case DecoderPlan.Lines() ->
                    lines(bytes).map(line -> Map.of("record", line)).toList();
                case DecoderPlan.Csv(String encoding, char delimiter) ->
                    csv(new String(bytes, Charset.forName(encoding)), delimiter);
                case DecoderPlan.Xml() -> XmlReader.read(bytes);
                case DecoderPlan.Gzip(DecoderPlan inner) -> decode(inner, Unpacking.gzip(bytes));
                case DecoderPlan.Zip(DecoderPlan inner) -> zipped(inner, bytes);
            };
        } catch (JacksonException e) {
            throw new Undecodable("no readable data", e);
        }
    }

    private static java.util.stream.Stream<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank());
    }

    private static List<@Nullable Object> jsonLines(byte[] bytes) {
        var values = new ArrayList<@Nullable Object>();
        lines(bytes).forEach(line -> values.add(JSON.readValue(line, Object.class)));
        return values;
    }

    /** The first line names the columns; every value is text. */
    private static List<Map<String, @Nullable String>> csv(String text, char delimiter) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(delimiter);
        try (MappingIterator<Map<String, @Nullable String>> rows =
                CSV.readerForMapOf(String.class).with(schema).readValues(marked)) {
            return rows.readAll();
        }
    }

    /** What all files of the archive hold, one after the other. */
    private static List<@Nullable Object> zipped(DecoderPlan inner, byte[] bytes) {
        var values = new ArrayList<@Nullable Object>();
        for (byte[] file : Unpacking.zip(bytes)) {
            Object data = decode(inner, file);
            if (data instanceof List<?> list) {
                values.addAll(list);
            } else {
                values.add(data);
            }
        }
        return values;
    }
}
