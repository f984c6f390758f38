package ai.opsai.sandbox.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object with holes: {@code "${name}"} becomes the value with its type, {@code "a/${name}"} a text around it.
 * An unfilled hole is an error, so that no row ever leaves with one.
 */
public final class Template {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private final ObjectNode shape;

    private Template(ObjectNode shape) {
        this.shape = shape;
    }

    /** The template in the resource {@code name} beside {@code neighbour}. */
    public static Template load(Class<?> neighbour, String name) {
        try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(name), name)) {
            return new Template((ObjectNode) Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Filling fill() {
        return new Filling();
    }

    /** The values for one row. */
    public final class Filling {

        private final Map<String, JsonNode> values = new LinkedHashMap<>();

        private Filling() {}

        public Filling put(String name, @Nullable Object value) {
            values.put(name, Json.value(value));
            return this;
        }

        public ObjectNode row() {
            ObjectNode row = Json.object();
            shape.propertyStream().forEach(field -> row.set(field.getKey(), filled(field.getValue())));
            return row;
        }

        private JsonNode filled(JsonNode node) {
            return switch (node) {
                case ObjectNode object -> {
                    ObjectNode copy = Json.object();
                    object.propertyStream().forEach(field -> copy.set(field.getKey(), filled(field.getValue())));
                    yield copy;
                }
                case ArrayNode array ->
                    Json.array(array.valueStream().map(this::filled).toList());
                default -> node.isString() ? text(node) : node;
            };
        }

        private JsonNode text(JsonNode node) {
            Matcher hole = HOLE.matcher(node.stringValue());
            if (!hole.find()) {
                return node;
            }
            return hole.end() - hole.start() == node.stringValue().length()
                    ? value(hole.group(1))
                    : Json.value(hole.replaceAll(match ->
                            Matcher.quoteReplacement(value(match.group(1)).asString())));
        }

        private JsonNode value(String name) {
            return Objects.requireNonNull(values.get(name), () -> "No value for ${" + name + "}");
        }
    }
}
