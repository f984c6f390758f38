package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.Proposal.Column;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Proposals as JSON, {@code {"kind":"reference","from":{...},"to":{...}}}: the form in which decisions are kept. */
public final class Proposals {

    private Proposals() {}

    /**
     * Reads one proposal.
     *
     * @throws IllegalArgumentException when a field is missing or the kind is not in the closed vocabulary
     */
    public static Proposal read(JsonNode json) {
        return switch (text(json, "kind")) {
            case "describe" -> new Proposal.Describe(column(json.path("column")), text(json, "description"));
            case "meaning" -> new Proposal.Meaning(column(json.path("column")), text(json, "semanticType"));
            case "primaryKey" ->
                new Proposal.PrimaryKey(text(json, "provider"), text(json, "entity"), texts(json.path("fields")));
            case "reference" -> new Proposal.Reference(column(json.path("from")), column(json.path("to")));
            case "columnMatch" -> new Proposal.ColumnMatch(column(json.path("left")), column(json.path("right")));
            default -> throw new IllegalArgumentException("unknown kind of proposal: " + text(json, "kind"));
        };
    }

    public static ObjectNode write(Proposal proposal) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (proposal) {
            case Proposal.Describe(Column column, String description) ->
                json.put("kind", "describe").put("description", description).set("column", write(column));
            case Proposal.Meaning(Column column, String semanticType) ->
                json.put("kind", "meaning").put("semanticType", semanticType).set("column", write(column));
            case Proposal.PrimaryKey(String provider, String entity, List<String> fields) -> {
                json.put("kind", "primaryKey").put("provider", provider).put("entity", entity);
                fields.forEach(json.putArray("fields")::add);
            }
            case Proposal.Reference(Column from, Column to) -> {
                json.put("kind", "reference").set("from", write(from));
                json.set("to", write(to));
            }
            case Proposal.ColumnMatch(Column left, Column right) -> {
                json.put("kind", "columnMatch").set("left", write(left));
                json.set("right", write(right));
            }
        }
        return json;
    }

    private static ObjectNode write(Column column) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("provider", column.provider())
                .put("entity", column.entity())
                .put("path", column.path());
    }

    private static Column column(JsonNode json) {
        return new Column(text(json, "provider"), text(json, "entity"), text(json, "path"));
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("a proposal needs the text field " + field);
        }
        return value.stringValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.values().forEach(value -> texts.add(value.asString()));
        return texts;
    }
}
