package ai.opsai.organizer.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.organizer.unification.Sample;
import ai.opsai.organizer.unification.SampledEntity;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.RowsProfile;
import ai.opsai.profile.ValueProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes samples to a model: profiles and shapes, in an order that depends on the content alone. */
final class Questions {

    private static final int MOST_FIELDS = 80;
    private static final int MOST_SHAPES = 3;
    private static final int ROWS_FOR_SHAPES = 50;

    private final JsonMapper json;
    private final String instructions = resource("prompt.txt");
    private final String schema = resource("proposals.schema.json");

    Questions(JsonMapper json) {
        this.json = json;
    }

    Question about(List<Sample> samples) {
        ArrayNode entities = json.createArrayNode();
        samples.stream()
                .sorted(Comparator.comparing(Sample::provider)
                        .thenComparing(sample -> sample.connectionId().toString()))
                .forEach(sample -> new TreeMap<>(sample.entities())
                        .forEach((name, entity) -> describe(sample.provider(), name, entity, entities)));
        return new Question(instructions, json.writeValueAsString(entities), schema);
    }

    private void describe(String provider, String name, SampledEntity entity, ArrayNode entities) {
        if (!Masks.isName(name) || entity.rows().isEmpty()) {
            return;
        }
        ObjectNode described = entities.addObject()
                .put("provider", provider)
                .put("entity", name)
                .put("rows", entity.rows().size());
        ArrayNode key = described.putArray("declaredKey");
        entity.primaryKey().stream().filter(Masks::isName).forEach(key::add);
        ArrayNode fields = described.putArray("fields");
        RowsProfile profile = RowsProfile.of(entity.rows());
        SortedMap<FieldPath, SortedSet<String>> shapes = shapes(entity);
        profile.fields().keySet().stream()
                .filter(path -> !path.isRoot()
                        && !path.isElement()
                        && path.keys().stream().allMatch(Masks::isName))
                .limit(MOST_FIELDS)
                .forEach(path -> field(profile, path, shapes.getOrDefault(path, new TreeSet<>()), fields.addObject()));
    }

    private static void field(RowsProfile profile, FieldPath path, SortedSet<String> shapes, ObjectNode field) {
        ValueProfile values = profile.at(path);
        field.put("path", path.toString());
        ArrayNode kinds = field.putArray("kinds");
        for (JsonKind kind : JsonKind.values()) {
            if (values.count(kind) > 0) {
                kinds.add(kind.name().toLowerCase(Locale.ROOT));
            }
        }
        field.put("filled", Math.round(profile.completeness(path) * 100) + " %");
        field.put("different", values.distinct().count());
        ArrayNode shown = field.putArray("shapes");
        shapes.stream().limit(MOST_SHAPES).forEach(shown::add);
    }

    private static SortedMap<FieldPath, SortedSet<String>> shapes(SampledEntity entity) {
        SortedMap<FieldPath, SortedSet<String>> shapes = new TreeMap<>();
        entity.rows().stream().limit(ROWS_FOR_SHAPES).forEach(row -> collect(FieldPath.ROOT, row, shapes));
        return shapes;
    }

    private static void collect(FieldPath path, JsonNode value, SortedMap<FieldPath, SortedSet<String>> shapes) {
        if (value.isObject()) {
            value.propertyStream()
                    .forEach(property -> collect(path.child(property.getKey()), property.getValue(), shapes));
        } else if (value.isArray()) {
            value.values().forEach(element -> collect(path.element(), element, shapes));
        } else if (value.isString() || value.isNumber()) {
            shapes.computeIfAbsent(path, _ -> new TreeSet<>()).add(Masks.shape(value.asString()));
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Questions.class.getResourceAsStream("/model/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("/model/" + name + " is not in this build");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
