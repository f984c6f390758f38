package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which record belongs to which, one by one or a hundred at a time, in the shapes of versions 3 and 4. */
final class AssociationEndpoints {

    private final Portal portal;

    AssociationEndpoints(Portal portal) {
        this.portal = portal;
    }

    @FunctionalInterface
    private interface Shape {
        ObjectNode row(CrmObject object, ObjectType other, String id);
    }

    void addTo(Router router) {
        router.get("/crm/v3/objects/{type}/{id}/associations/{to}", (_, path) -> one(path, CrmRows::v3))
                .get("/crm/v4/objects/{type}/{id}/associations/{to}", (_, path) -> one(path, CrmRows::v4))
                .post(
                        "/crm/v3/associations/{type}/{to}/batch/read",
                        (request, path) -> many(request, path, CrmRows::v3))
                .post(
                        "/crm/v4/associations/{type}/{to}/batch/read",
                        (request, path) -> many(request, path, CrmRows::v4));
    }

    private Response one(Map<String, String> path, Shape shape) {
        return between(path, (type, other) -> {
            CrmObject object = portal.find(type, path.getOrDefault("id", ""));
            return object == null
                    ? HubspotErrors.notFound()
                    : HubspotApi.results(Json.array(rows(object, other, shape)));
        });
    }

    private Response many(Request request, Map<String, String> path, Shape shape) {
        JsonNode asked = request.json();
        if (asked == null) {
            return HubspotErrors.invalid("Invalid input JSON");
        }
        return between(path, (type, other) -> {
            List<ObjectNode> results = new ArrayList<>();
            for (JsonNode input : asked.path("inputs")) {
                CrmObject object = portal.find(type, input.path("id").asString(""));
                if (object != null && !object.associated(other).isEmpty()) {
                    ObjectNode result = Json.object();
                    result.set("from", Json.object().put("id", object.id()));
                    result.set("to", Json.array(rows(object, other, shape)));
                    results.add(result);
                }
            }
            ObjectNode body = Json.object().put("status", "COMPLETE");
            body.set("results", Json.array(results));
            return Response.json(200, body);
        });
    }

    private static List<ObjectNode> rows(CrmObject object, ObjectType other, Shape shape) {
        return object.associated(other).stream()
                .map(id -> shape.row(object, other, id))
                .toList();
    }

    @FunctionalInterface
    private interface Between {
        Response answer(ObjectType type, ObjectType other);
    }

    private static Response between(Map<String, String> path, Between answer) {
        return HubspotApi.typed(
                path, "type", type -> HubspotApi.typed(path, "to", other -> answer.answer(type, other)));
    }
}
