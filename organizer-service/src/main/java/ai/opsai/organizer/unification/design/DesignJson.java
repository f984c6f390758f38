package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.Numbers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A design in the form of tenant_data_schemas. */
public final class DesignJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DesignJson() {}

    /** @param descriptions what is known of single fields in words */
    public static ObjectNode entities(Design design, Map<Source, String> descriptions) {
        ObjectNode entities = JSON.objectNode();
        design.tables().forEach(table -> entities.set(table.name(), table(table, descriptions)));
        return entities;
    }

    private static ObjectNode table(Table table, Map<Source, String> descriptions) {
        ObjectNode json = JSON.objectNode();
        ObjectNode fields = json.putObject("fields");
        for (Column column : table.columns()) {
            ObjectNode field = column(column);
            column.sources().stream()
                    .filter(descriptions::containsKey)
                    .findFirst()
                    .ifPresent(source -> field.put("description", descriptions.get(source)));
            fields.set(column.name(), field);
        }
        return json;
    }

    private static ObjectNode column(Column column) {
        ObjectNode json = JSON.objectNode().put("type", column.type().sql());
        if (column.primary()) {
            json.put("primary", true);
        }
        if (column.unique()) {
            json.put("unique", true);
        }
        json.put("nullable", column.nullable());
        ArrayNode sources = json.putArray("sources");
        column.sources().forEach(source -> sources.add(source(source)));
        json.put("confidence", Numbers.rounded(column.confidence())).put("basis", column.basis());
        if (column.meaning() != null) {
            json.put("semanticType", column.meaning().id());
        }
        return json;
    }

    private static ObjectNode source(Source source) {
        return JSON.objectNode()
                .put("provider", source.entity().provider())
                .put("entity", source.entity().entity())
                .put("path", source.path().toString());
    }

    public static ArrayNode relationships(Design design) {
        ArrayNode relationships = JSON.arrayNode();
        design.relationships().forEach(relationship -> relationships.add(relationship(relationship)));
        return relationships;
    }

    private static ObjectNode relationship(Relationship relationship) {
        ObjectNode json = JSON.objectNode()
                .put("from", relationship.from())
                .put("to", relationship.to())
                .put("field", relationship.field())
                .put("toField", relationship.toField())
                .put("status", relationship.status())
                .put("confidence", Numbers.rounded(relationship.confidence()))
                .put("basis", relationship.basis());
        List<String> evidence = relationship.evidence();
        evidence.forEach(json.putArray("evidence")::add);
        return json;
    }
}
