package ai.opsai.organizer.unification.rows;

import ai.opsai.profile.Scalars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The value of a unified field, the members that say it, and what others say instead. What most members say wins, then
 * what was updated last, then the member with the smallest id.
 */
record Choice(JsonNode value, List<Integer> from, Map<Integer, JsonNode> others) {

    static Choice only(JsonNode value) {
        return new Choice(value, List.of(), Map.of());
    }

    static @Nullable Choice among(Map<Integer, JsonNode> said, List<String> updated) {
        Map<String, List<Integer>> votes = new TreeMap<>();
        said.forEach((member, value) -> votes.computeIfAbsent(Scalars.text(value), _ -> new ArrayList<>())
                .add(member));
        List<Integer> winners = votes.values().stream()
                .min(Comparator.comparingInt((List<Integer> members) -> -members.size())
                        .thenComparing(members -> latest(members, updated), Comparator.reverseOrder())
                        .thenComparing(List::getFirst))
                .orElse(List.of());
        if (winners.isEmpty()) {
            return null;
        }
        Map<Integer, JsonNode> others = new TreeMap<>(said);
        others.keySet().removeAll(winners);
        JsonNode value = said.getOrDefault(winners.getFirst(), JsonNodeFactory.instance.nullNode());
        return new Choice(value, winners, others);
    }

    private static String latest(List<Integer> members, List<String> updated) {
        return members.stream().map(updated::get).max(Comparator.naturalOrder()).orElse("");
    }

    void lost(String field, ObjectNode into) {
        if (!others.isEmpty()) {
            ArrayNode list = into.putArray(field);
            others.forEach((member, other) -> list.add(
                    JsonNodeFactory.instance.objectNode().put("record", member).set("value", other)));
        }
    }
}
