package ai.opsai.sandbox.hubspot;

import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Router;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.oauth.Access;
import ai.opsai.sandbox.oauth.HubspotOAuth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of one portal. */
final class HubspotApi {

    private final Portal portal;
    private final Router router = new Router();

    HubspotApi(Portal portal) {
        this.portal = portal;
        router.get("/account-info/v3/details", (_, _) -> details())
                .get("/crm/v3/owners", (_, _) -> results(Owners.rows(portal.community())))
                .get("/crm/v3/owners/", (_, _) -> results(Owners.rows(portal.community())))
                .get("/crm/v3/properties/{type}", (_, path) -> typed(path, "type", this::properties));
        new ObjectEndpoints(portal).addTo(router);
        new AssociationEndpoints(portal).addTo(router);
    }

    Response answer(Request request, Access access) {
        for (ObjectType type : ObjectType.values()) {
            boolean concerned = request.path().startsWith("/crm/v3/objects/" + type.plural());
            if (concerned && !access.allows(type.readScope())) {
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

    static Response results(ArrayNode rows) {
        ObjectNode body = Json.object();
        body.set("results", rows);
        return Response.json(200, body);
    }

    static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> row) {
        return Json.array(items.stream().map(row).toList());
    }

    /** Answers for the object type that the path names, which may be none. */
    static Response typed(Map<String, String> path, String variable, Function<ObjectType, Response> answer) {
        ObjectType type = ObjectType.of(path.get(variable));
        return type == null
                ? HubspotErrors.invalid("Unable to infer object type from: " + path.get(variable))
                : answer.apply(type);
    }
}
