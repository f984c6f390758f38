package ai.opsai.sandbox.llm;

import ai.opsai.sandbox.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON that is valid for a JSON Schema, of the kinds that structured outputs allow. */
final class SchemaAnswer {

    private static final int DEEPEST = 12;

    private final JsonNode root;
    private final int items;
    private final Supplier<String> text;

    /**
     * @param items how many items each array gets when its schema doesn't ask for more
     * @param text the next text
     */
    SchemaAnswer(JsonNode root, int items, Supplier<String> text) {
        this.root = root;
        this.items = items;
        this.text = text;
    }

    JsonNode make() {
        return make(root, 0);
    }

    private JsonNode make(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (!schema.path(choice).isEmpty()) {
                return make(schema.path(choice).get(0), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "string" -> Json.value(text.get());
            case "integer" -> Json.value(Math.max(0, schema.path("minimum").asInt(0)));
            case "number" -> Json.value(schema.path("minimum").asDouble(0));
            case "boolean" -> Json.value(false);
            default -> Json.value(null);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        if (depth < DEEPEST) {
            for (JsonNode name : schema.path("required")) {
                object.set(name.asString(), make(schema.path("properties").path(name.asString()), depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.array(List.of());
        int count = depth < DEEPEST ? Math.max(items, schema.path("minItems").asInt(0)) : 0;
        for (int i = 0; i < count; i++) {
            array.add(make(schema.path("items"), depth + 1));
        }
        return array;
    }

    /** The first type that isn't null: {@code ["string", "null"]} is a text. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (Iterator<JsonNode> types = type.iterator(); types.hasNext(); ) {
                String name = types.next().asString();
                if (!name.equals("null")) {
                    return name;
                }
            }
        }
        return type.isString() ? type.asString() : schema.has("properties") ? "object" : "null";
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode target = schema;
        for (int hops = 0; hops < DEEPEST && target.path("$ref").isString(); hops++) {
            target = root.at(target.path("$ref").asString().substring(1));
        }
        return target;
    }
}
