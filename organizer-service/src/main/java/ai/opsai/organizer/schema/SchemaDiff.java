package ai.opsai.organizer.schema;

import ai.opsai.organizer.unification.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two designs, in words. Confidence and evidence are no part of it: they say how sure the design
 * is, not what it is.
 */
public final class SchemaDiff {

    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaDiff() {}

    public static List<SchemaChange> between(
            JsonNode entities, JsonNode relationships, JsonNode newEntities, JsonNode newRelationships) {
        SchemaDiff diff = new SchemaDiff();
        diff.entities(entities, newEntities);
        diff.relationships(relationships, newRelationships);
        return List.copyOf(diff.changes);
    }

    private void entities(JsonNode before, JsonNode after) {
        for (String entity : names(before, after)) {
            if (!after.has(entity)) {
                add(SchemaChange.ofEntity("entity_removed", entity, true, "Entity " + entity + " is gone"));
            } else if (!before.has(entity)) {
                add(SchemaChange.ofEntity("entity_added", entity, false, "Entity " + entity + " is new"));
            } else {
                fields(
                        entity,
                        before.path(entity).path("fields"),
                        after.path(entity).path("fields"));
            }
        }
    }

    private void fields(String entity, JsonNode before, JsonNode after) {
        for (String field : names(before, after)) {
            String name = entity + "." + field;
            if (!after.has(field)) {
                add(SchemaChange.ofField("field_removed", entity, field, true, "Field " + name + " is gone"));
            } else if (!before.has(field)) {
                add(SchemaChange.ofField("field_added", entity, field, false, "Field " + name + " is new"));
            } else {
                field(entity, field, before.path(field), after.path(field));
            }
        }
    }

    private void field(String entity, String field, JsonNode before, JsonNode after) {
        property("field_type_changed", "type", true, entity, field, before, after);
        property("primary_key_changed", "primary", true, entity, field, before, after);
        property("uniqueness_changed", "unique", false, entity, field, before, after);
        property("nullability_changed", "nullable", false, entity, field, before, after);
        property("meaning_changed", "semanticType", false, entity, field, before, after);
        property("sources_changed", "sources", false, entity, field, before, after);
        property("description_changed", "description", false, entity, field, before, after);
    }

    private void property(
            String kind,
            String property,
            boolean breaking,
            String entity,
            String field,
            JsonNode before,
            JsonNode after) {
        String from = shown(before.path(property));
        String to = shown(after.path(property));
        if (!from.equals(to)) {
            String message = "Field %s.%s: %s was %s and is %s".formatted(entity, field, property, from, to);
            add(new SchemaChange(kind, entity, field, from, to, breaking, message));
        }
    }

    private void relationships(JsonNode before, JsonNode after) {
        SortedMap<String, JsonNode> old = byEnds(before);
        SortedMap<String, JsonNode> now = byEnds(after);
        old.forEach((ends, relationship) -> {
            if (!now.containsKey(ends)) {
                add(relationship("relationship_removed", relationship, true, "Relationship " + ends + " is gone"));
            }
        });
        now.forEach((ends, relationship) -> {
            JsonNode earlier = old.get(ends);
            if (earlier == null) {
                add(relationship("relationship_added", relationship, false, "Relationship " + ends + " is new"));
            } else {
                status(ends, earlier, relationship);
            }
        });
    }

    private void status(String ends, JsonNode before, JsonNode after) {
        String from = before.path("status").asString("");
        String to = after.path("status").asString("");
        if (!from.equals(to)) {
            String message = "Relationship %s was %s and is %s".formatted(ends, from, to);
            add(new SchemaChange(
                    "relationship_status_changed",
                    text(after, "from"),
                    text(after, "field"),
                    from,
                    to,
                    false,
                    message));
        }
    }

    private static SchemaChange relationship(String kind, JsonNode relationship, boolean breaking, String message) {
        return SchemaChange.ofField(kind, text(relationship, "from"), text(relationship, "field"), breaking, message);
    }

    private static SortedMap<String, JsonNode> byEnds(JsonNode relationships) {
        SortedMap<String, JsonNode> byEnds = new TreeMap<>();
        relationships.values().forEach(each -> {
            String ends = "%s.%s → %s.%s"
                    .formatted(text(each, "from"), text(each, "field"), text(each, "to"), text(each, "toField"));
            byEnds.put(ends, each);
        });
        return byEnds;
    }

    private static SortedSet<String> names(JsonNode before, JsonNode after) {
        SortedSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asString("");
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "not set";
        }
        return value.isValueNode() ? value.asString() : CanonicalJson.text(value);
    }

    private void add(SchemaChange change) {
        changes.add(change);
    }
}
