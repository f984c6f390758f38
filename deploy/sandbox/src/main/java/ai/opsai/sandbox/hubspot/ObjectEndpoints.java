package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, records, searches and batch reads of contacts, companies and deals. */
final class ObjectEndpoints {

    private static final int MOST_FOUND = 10_000;
    private static final String NO_JSON = "Invalid input JSON";

    private final Portal portal;
    private final CrmRows rows;

    ObjectEndpoints(Portal portal) {
        this.portal = portal;
        this.rows = new CrmRows(portal.catalogue());
    }

    @FunctionalInterface
    private interface Endpoint {
        Response answer(Request request, ObjectType type, String id);
    }

    void addTo(Router router) {
        router.get("/crm/v3/objects/{type}", typed((request, type, _) -> list(request, type)))
                .post("/crm/v3/objects/{type}/search", typed((request, type, _) -> search(request, type)))
                .post("/crm/v3/objects/{type}/batch/read", typed((request, type, _) -> batch(request, type)))
                .get("/crm/v3/objects/{type}/{id}", typed(this::read));
    }

    private static Router.Endpoint typed(Endpoint endpoint) {
        return (request, path) ->
                HubspotApi.typed(path, "type", type -> endpoint.answer(request, type, path.getOrDefault("id", "")));
    }

    private Response list(Request request, ObjectType type) {
        Parameters query = request.query();
        int limit = query.number("limit", 10, -1, 10_000);
        if (limit < 1 || limit > 100) {
            return HubspotErrors.invalid("limit must be between 1 and 100");
        }
        List<CrmObject> all = portal.all(type);
        String after = query.first("after");
        int from = after == null ? 0 : position(all, after);
        int to = Math.min(all.size(), from + limit);
        ObjectNode body = Json.object();
        body.set("results", HubspotApi.array(all.subList(from, to), object -> shown(object, query)));
        if (to < all.size()) {
            String next = all.get(to).id();
            String link = request.baseUrl() + request.path() + "?"
                    + query.with("after", next).encode();
            body.set(
                    "paging",
                    Json.value(Map.of("next", Json.object().put("after", next).put("link", link))));
        }
        return Response.json(200, body);
    }

    private static int position(List<CrmObject> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return all.size();
    }

    private Response read(Request request, ObjectType type, String id) {
        String property = request.query().first("idProperty");
        CrmObject object =
                property == null ? portal.find(type, id) : by(type, property).get(id.toLowerCase(Locale.ROOT));
        return object == null ? HubspotErrors.notFound() : Response.json(200, shown(object, request.query()));
    }

    private Response search(Request request, ObjectType type) {
        JsonNode asked = request.json();
        if (asked == null) {
            return HubspotErrors.invalid(NO_JSON);
        }
        CrmSearch search = new CrmSearch(asked);
        int limit = asked.path("limit").asInt(10);
        int from = asked.path("after").asInt(0);
        String problem = search.problem(portal.catalogue(), type);
        if (problem == null && (limit < 1 || limit > 200 || from < 0 || from + limit > MOST_FOUND)) {
            problem = "limit must be between 1 and 200, and results end at 10000";
        }
        if (problem != null) {
            return HubspotErrors.invalid(problem);
        }
        List<CrmObject> hits = portal.all(type).stream()
                .filter(search::matches)
                .sorted(search.order())
                .toList();
        int to = Math.min(hits.size(), from + limit);
        ObjectNode body = Json.object().put("total", hits.size());
        body.set("results", HubspotApi.array(hits.subList(Math.min(from, to), to), asked(asked)));
        if (to < hits.size()) {
            body.set("paging", Json.value(Map.of("next", Map.of("after", Integer.toString(to)))));
        }
        return Response.json(200, body);
    }

    private Response batch(Request request, ObjectType type) {
        JsonNode asked = request.json();
        if (asked == null || asked.path("inputs").size() > 100) {
            return HubspotErrors.invalid(asked == null ? NO_JSON : "The maximum batch size is 100");
        }
        String property = asked.path("idProperty").asString(null);
        Map<String, CrmObject> index = property == null ? Map.of() : by(type, property);
        List<CrmObject> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (JsonNode input : asked.path("inputs")) {
            String id = input.path("id").asString("");
            CrmObject object = property == null ? portal.find(type, id) : index.get(id.toLowerCase(Locale.ROOT));
            if (object == null) {
                missing.add(id);
            } else if (!found.contains(object)) {
                found.add(object);
            }
        }
        ObjectNode body = Json.object().put("status", "COMPLETE");
        body.set("results", HubspotApi.array(found, asked(asked)));
        if (!missing.isEmpty()) {
            body.put("numErrors", 1);
            body.set("errors", Json.array(List.of(missing(type, missing))));
        }
        body.put("startedAt", "2026-11-20T12:00:00.000Z");
        body.put("completedAt", "2026-11-20T12:00:00.005Z");
        return Response.json(missing.isEmpty() ? 200 : 207, body);
    }

    private static ObjectNode missing(ObjectType type, List<String> ids) {
        ObjectNode error = Json.object().put("status", "error").put("category", "OBJECT_NOT_FOUND");
        error.put(
                "message",
                "Could not get some " + type.singular().toUpperCase(Locale.ROOT)
                        + " objects, they may be deleted or not exist. Check that ids are valid.");
        error.set("context", Json.value(Map.of("ids", ids)));
        return error;
    }

    /** The records by a unique property, which compares without regard to case. */
    private Map<String, CrmObject> by(ObjectType type, String property) {
        Map<String, CrmObject> index = new LinkedHashMap<>();
        for (CrmObject object : portal.all(type)) {
            String value = object.property(property);
            if (value != null) {
                index.putIfAbsent(value.toLowerCase(Locale.ROOT), object);
            }
        }
        return index;
    }

    private Function<CrmObject, ObjectNode> asked(JsonNode asked) {
        List<String> properties = asked.path("properties")
                .valueStream()
                .map(item -> item.asString(""))
                .toList();
        return object -> rows.row(object, properties);
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

    private static List<String> split(Parameters query, String name) {
        List<String> all = new ArrayList<>();
        query.values().getOrDefault(name, List.of()).forEach(value -> all.addAll(Arrays.asList(value.split(",", -1))));
        return all;
    }
}
