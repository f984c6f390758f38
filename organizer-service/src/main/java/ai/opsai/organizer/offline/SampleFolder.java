package ai.opsai.organizer.offline;

import ai.opsai.organizer.unification.Sample;
import ai.opsai.organizer.unification.SampledEntity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code <folder>/<provider>/<entity>.jsonl} (one object a line) or {@code .json} (an array, or one object). */
final class SampleFolder {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SampleFolder() {}

    static List<Sample> read(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path provider : list(folder)) {
            if (Files.isDirectory(provider)) {
                String name = provider.getFileName().toString();
                UUID connection = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
                samples.add(new Sample(connection, name, 1, entities(provider)));
            }
        }
        return samples;
    }

    private static Map<String, SampledEntity> entities(Path provider) throws IOException {
        Map<String, SampledEntity> entities = new TreeMap<>();
        for (Path file : list(provider)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".jsonl") || name.endsWith(".json")) {
                entities.put(name.substring(0, name.lastIndexOf('.')), SampledEntity.of(rows(file)));
            }
        }
        return entities;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static List<ObjectNode> rows(Path file) throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        try {
            if (file.toString().endsWith(".jsonl")) {
                lines(file, rows);
            } else {
                add(JSON.readTree(file.toFile()), rows);
            }
        } catch (JacksonException e) {
            throw new IOException(file + " holds something that is not JSON: " + e.getOriginalMessage(), e);
        }
        return rows;
    }

    private static void lines(Path file, List<ObjectNode> rows) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    add(JSON.readTree(line), rows);
                }
            }
        }
    }

    private static void add(JsonNode value, List<ObjectNode> rows) {
        if (value instanceof ObjectNode row) {
            rows.add(row);
        } else if (value.isArray()) {
            value.values().forEach(each -> add(each, rows));
        }
    }
}
