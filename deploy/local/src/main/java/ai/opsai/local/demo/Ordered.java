package ai.opsai.local.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Members of a JSON object in an order for people: a database keeps them in one of its own. */
final class Ordered {

    private Ordered() {}

    static List<Map.Entry<String, JsonNode>> byName(JsonNode object) {
        return object.properties().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    /** The id first. */
    static List<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties().stream()
                .sorted(Comparator.comparing((Map.Entry<String, JsonNode> field) ->
                                !field.getKey().equals("id"))
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
