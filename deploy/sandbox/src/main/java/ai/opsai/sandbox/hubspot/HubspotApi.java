package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.oauth.Access;
import ai.opsai.sandbox.oauth.HubspotOAuth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The CRM endpoints of one portal. */
final class HubspotApi {

    private static final int MOST_FOUND = 10_000;

    private final Portal portal;
    private final CrmRows rows;
    private final Router router;

    HubspotApi(Portal portal) {
        this.portal = portal;
        this.rows = new CrmRows(portal.catalogue());
        this.router = new Router()
                .get("/account-info/v3/details", (_, _) -> details())
                .get("/crm/v3/owners", (_, _) -> results(Owners.rows(portal.community())))
                .get("/crm/v3/owners/", (_, _) -> results(Owners.rows(portal.community())))
                .get("/crm/v3/properties/{type}", (_, path) -> typed(path, "type", this::properties))
                .get("/crm/v3/objects/{type}", (request, path) -> typed(path, "type", type -> list(request, type)))
                .post(
                        "/crm/v3/objects/{type}/search",
                        (request, path) -> typed(path, "type", type -> search(request, type)))
                .post(
                        "/crm/v3/objects/{type}/batch/read",
                        (request, path) -> typed(path, "type", type -> batch(request, type)))
                .get(
                        "/crm/v3/objects/{type}/{id}",
                        (request, path) -> typed(path, "type", type -> read(request, type, id(path))))
                .get("/crm/v3/objects/{type}/{id}/associations/{to}", (_, path) -> associated(path, CrmRows::v3))
                .get("/crm/v4/objects/{type}/{id}/associations/{to}", (_, path) -> associated(path, CrmRows::v4))
                .post(
                        "/crm/v3/associations/{type}/{to}/batch/read",
                        (request, path) -> associatedBatch(request, path, CrmRows::v3))
                .post(
                        "/crm/v4/associations/{type}/{to}/batch/read",
                        (request, path) -> associatedBatch(request, path, CrmRows::v4));
    }

    Response answer(Request request, Access access) {
        for (ObjectType type : ObjectType.values()) {
            boolean objects = request.path().startsWith("/crm/v3/objects/" + type.plural());
            if (objects && !access.allows(type.readScope())) {
                return HubspotErrors.missingScopes(type.readScope());
            }
        }
        Response response = router.answer(request);
        return response == null ? HubspotErrors.notFound() : response;
    }

    private Response details() {
        ObjectNode body = Json.object();
        body.put("portalId", HubspotOAuth.hubId(portal.community().account()));
        body.put("accountType", "STANDARD");
        body.put("timeZone", "Europe/Berlin");
        body.put("companyCurrency", "USD");
        body.set("additionalCurrencies", Json.array(List.of("EUR")));
        body.put("utcOffset", "+01:00");
        body.put("utcOffsetMilliseconds", 3_600_000);
        body.put("uiDomain", "app.hubspot.com");
        body.put("dataHostingLocation", "na1");
        return Response.json(200, body);
    }

    private Response properties(ObjectType type) {
        return results(Json.array(portal.catalogue().rows(type)));
    }

    private Response list(Request request, ObjectType type) {
        Parameters query = request.query();
        int limit = query.number("limit", 10, -1, 10_000);
        if (limit < 1 || limit > 100) {
            return HubspotErrors.invalid("limit must be between 1 and 100");
        }
        List<CrmObject> all = portal.all(type);
        String after = query.first("after");
        int from = after == null ? 0 : firstFrom(all, after);
        int to = Math.min(all.size(), from + limit);
        ObjectNode body = Json.object();
        body.set("results", array(all.subList(from, to), object -> shown(object, query)));
        if (to < all.size()) {
            String link = request.baseUrl() + request.path() + "?"
                    + query.with("after", all.get(to).id()).encode();
            body.set(
                    "paging",
                    Json.value(Map.of(
                            "next", Json.object().put("after", all.get(to).id()).put("link", link))));
        }
        return Response.json(200, body);
    }

    private static int firstFrom(List<CrmObject> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return all.size();
    }

    private Response read(Request request, ObjectType type, String id) {
        String property = request.query().first("idProperty");
        CrmObject object = property == null
                ? portal.find(type, id)
                : portal.all(type).stream()
                        .filter(candidate -> id.equalsIgnoreCase(candidate.property(property)))
                        .findFirst()
                        .orElse(null);
        return object == null ? HubspotErrors.notFound() : Response.json(200, shown(object, request.query()));
    }

    private Response search(Request request, ObjectType type) {
        JsonNode asked = request.json();
        if (asked == null) {
            return HubspotErrors.invalid("Invalid input JSON");
        }
        CrmSearch search = new CrmSearch(asked);
        int limit = asked.path("limit").asInt(10);
        int from = asked.path("after").asInt(0);
        String problem = search.problem(portal.catalogue(), type);
        if (problem != null || limit < 1 || limit > 200 || from + limit > MOST_FOUND) {
            return HubspotErrors.invalid(
                    problem == null ? "limit must be between 1 and 200, results end at 10000" : problem);
        }
        List<CrmObject> hits = portal.all(type).stream()
                .filter(search::matches)
                .sorted(search.order())
                .toList();
        int to = Math.min(hits.size(), from + limit);
        ObjectNode body = Json.object();
        body.put("total", hits.size());
        body.set(
                "results",
                array(
                        hits.subList(Math.min(from, to), to),
                        object -> rows.row(object, texts(asked.path("properties")))));
        if (to < hits.size()) {
            body.set("paging", Json.value(Map.of("next", Map.of("after", Integer.toString(to)))));
        }
        return Response.json(200, body);
    }

    private Response batch(Request request, ObjectType type) {
        JsonNode asked = request.json();
        if (asked == null || asked.path("inputs").size() > 100) {
            return HubspotErrors.invalid("Invalid input JSON: at most 100 inputs");
        }
        String property = asked.path("idProperty").asString("");
        Set<String> wanted = new LinkedHashSet<>();
        asked.path("inputs").forEach(input -> wanted.add(input.path("id").asString("")));
        List<CrmObject> found = property.isEmpty()
                ? wanted.stream()
                        .map(id -> portal.find(type, id))
                        .filter(Objects::nonNull)
                        .toList()
                : portal.all(type).stream()
                        .filter(object -> {
                            String value = object.property(property);
                            return value != null && wanted.contains(value);
                        })
                        .toList();
        ObjectNode body = Json.object();
        body.put("status", "COMPLETE");
        body.set("results", array(found, object -> rows.row(object, texts(asked.path("properties")))));
        body.put("startedAt", "2026-11-20T12:00:00.000Z");
        body.put("completedAt", "2026-11-20T12:00:00.005Z");
        return Response.json(found.size() == wanted.size() ? 200 : 207, body);
    }

    private Response associated(Map<String, String> path, Shape shape) {
        return typed(
                path,
                "type",
                type -> typed(path, "to", other -> {
                    CrmObject object = portal.find(type, id(path));
                    return object == null
                            ? HubspotErrors.notFound()
                            : results(array(object.associated(other), id -> shape.row(object, other, id)));
                }));
    }

    private Response associatedBatch(Request request, Map<String, String> path, Shape shape) {
        JsonNode asked = request.json();
        if (asked == null) {
            return HubspotErrors.invalid("Invalid input JSON");
        }
        return typed(
                path,
                "type",
                type -> typed(path, "to", other -> {
                    ArrayNode results = Json.array(List.of());
                    for (JsonNode input : asked.path("inputs")) {
                        CrmObject object = portal.find(type, input.path("id").asString(""));
                        if (object != null && !object.associated(other).isEmpty()) {
                            ObjectNode result = Json.object();
                            result.set("from", Json.object().put("id", object.id()));
                            result.set("to", array(object.associated(other), id -> shape.row(object, other, id)));
                            results.add(result);
                        }
                    }
                    ObjectNode body = Json.object().put("status", "COMPLETE");
                    body.set("results", results);
                    return Response.json(200, body);
                }));
    }

    @FunctionalInterface
    private interface Shape {
        ObjectNode row(CrmObject object, ObjectType other, String id);
    }

    private ObjectNode shown(CrmObject object, Parameters query) {
        ObjectNode row = rows.row(object, split(query, "properties"));
        rows.addAssociations(
                row,
                object,
                split(query, "associations").stream()
                        .map(ObjectType::of)
                        .filter(Objects::nonNull)
                        .toList());
        return row;
    }

    private static Response results(ArrayNode rows) {
        ObjectNode body = Json.object();
        body.set("results", rows);
        return Response.json(200, body);
    }

    private static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> row) {
        return Json.array(items.stream().map(row).toList());
    }

    private static Response typed(Map<String, String> path, String variable, Function<ObjectType, Response> answer) {
        ObjectType type = ObjectType.of(path.get(variable));
        return type == null
                ? HubspotErrors.invalid("Unable to infer object type from: " + path.get(variable))
                : answer.apply(type);
    }

    private static String id(Map<String, String> path) {
        return Objects.requireNonNull(path.get("id"));
    }

    private static List<String> split(Parameters query, String name) {
        List<String> all = new ArrayList<>();
        query.values().getOrDefault(name, List.of()).forEach(value -> all.addAll(Arrays.asList(value.split(",", -1))));
        return all;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(item -> item.asString("")).toList();
    }
}
