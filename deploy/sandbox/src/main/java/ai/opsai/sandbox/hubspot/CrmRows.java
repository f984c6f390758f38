package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records and their associations as HubSpot's API shows them. */
final class CrmRows {

    /** HubSpot's numbers for the unlabelled associations between two types. */
    private static final Map<String, Integer> ASSOCIATION_TYPES = Map.of(
            "contact_to_company", 279,
            "company_to_contact", 280,
            "deal_to_contact", 3,
            "contact_to_deal", 4,
            "deal_to_company", 341,
            "company_to_deal", 342);

    private final PropertyCatalogue catalogue;

    CrmRows(PropertyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Shows the default properties and the asked ones: unknown names are left out, empty values are null. */
    ObjectNode row(CrmObject object, Collection<String> asked) {
        TreeSet<String> shown = new TreeSet<>(asked);
        shown.retainAll(catalogue.names(object.type()));
        if (shown.isEmpty()) {
            shown.addAll(object.type().shownByDefault());
        }
        shown.addAll(List.of("createdate", "hs_object_id", object.type().modified()));
        ObjectNode properties = Json.object();
        shown.forEach(name -> properties.set(name, Json.value(object.property(name))));
        ObjectNode row = Json.object();
        row.put("id", object.id());
        row.set("properties", properties);
        row.put("createdAt", object.properties().get("createdate"));
        row.put("updatedAt", object.properties().get(object.type().modified()));
        row.put("archived", false);
        return row;
    }

    /** The {@code associations} member that lists and reads add on request; absent when there is none. */
    void addAssociations(ObjectNode row, CrmObject object, Collection<ObjectType> wanted) {
        ObjectNode associations = Json.object();
        for (ObjectType other : wanted) {
            List<String> ids = object.associated(other);
            if (!ids.isEmpty()) {
                associations.set(
                        other.plural(),
                        Json.value(Map.of(
                                "results",
                                ids.stream().map(id -> v3(object, other, id)).toList())));
            }
        }
        if (!associations.isEmpty()) {
            row.set("associations", associations);
        }
    }

    static ObjectNode v3(CrmObject object, ObjectType other, String id) {
        return Json.object().put("id", id).put("type", kind(object.type(), other));
    }

    static ObjectNode v4(CrmObject object, ObjectType other, String id) {
        ObjectNode type = Json.object().put("category", "HUBSPOT_DEFINED");
        type.put("typeId", ASSOCIATION_TYPES.getOrDefault(kind(object.type(), other), 0));
        type.putNull("label");
        ArrayNode types = Json.array(List.of(type));
        ObjectNode row = Json.object().put("toObjectId", Long.parseLong(id));
        row.set("associationTypes", types);
        return row;
    }

    private static String kind(ObjectType one, ObjectType other) {
        return one.singular() + "_to_" + other.singular();
    }
}
