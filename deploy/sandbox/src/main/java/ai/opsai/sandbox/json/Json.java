package ai.opsai.sandbox.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper, and short ways to make nodes. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array(Collection<? extends @Nullable Object> items) {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(value(item)));
        return array;
    }

    /** The node of a text, number, truth value, list, map or node; JSON null for null. */
    public static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case JsonNode node -> node;
            case String text -> NODES.stringNode(text);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case Boolean truth -> NODES.booleanNode(truth);
            case List<?> list -> array(list);
            case Map<?, ?> map -> {
                ObjectNode object = object();
                map.forEach((name, item) -> object.set(String.valueOf(name), value(item)));
                yield object;
            }
            default -> NODES.stringNode(value.toString());
        };
    }
}
