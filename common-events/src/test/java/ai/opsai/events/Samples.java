package ai.opsai.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Golden samples: {@code samples/<type>/v<N>/<name>.json} with {@code headers} and {@code value}. Never edit old ones. */
final class Samples {

    static final Path FOLDER = Path.of("src/test/resources/samples");
    private static final JsonMapper JSON = EventCodec.mapper();

    private Samples() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> headers(JsonNode sample) {
        Map<String, String> headers = new LinkedHashMap<>();
        sample.get("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().stringValue()));
        return headers;
    }

    static byte[] value(JsonNode sample) {
        return JSON.writeValueAsBytes(sample.get("value"));
    }

    static String currentValue(EventType type) {
        Path file =
                FOLDER.resolve(type.simpleName()).resolve("v" + type.version()).resolve("complete.json");
        return JSON.writeValueAsString(read(file).get("value"));
    }
}
