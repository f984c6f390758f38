package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.oauth.StripeOAuth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, objects and searches of one account. */
final class StripeApi {

    private static final Map<String, List<String>> FILTERS = Map.of(
            "customers", List.of("email"),
            "products", List.of("active"),
            "prices", List.of("product", "active", "type", "currency"),
            "subscriptions", List.of("customer", "price", "status"),
            "invoices", List.of("customer", "subscription", "status"),
            "charges", List.of("customer", "payment_intent"),
            "refunds", List.of("charge", "payment_intent"),
            "disputes", List.of("charge", "payment_intent"));

    private final StripeLedger ledger;
    private final StripeRows rows;

    StripeApi(StripeLedger ledger) {
        this.ledger = ledger;
        this.rows = new StripeRows(ledger.community());
    }

    Response answer(Request request) {
        String[] path = request.path().split("/", -1);
        boolean get = request.method().equals("GET");
        if (get && path.length == 3 && path[2].equals("account")) {
            return Response.json(200, rows.account());
        }
        if (get && path.length == 4 && path[2].equals("accounts")) {
            return path[3].equals(StripeOAuth.accountId(ledger.community().account()))
                    ? Response.json(200, rows.account())
                    : StripeErrors.missing("accounts", path[3], "id");
        }
        if (!get || path.length < 3 || path.length > 4 || !FILTERS.containsKey(path[2])) {
            return StripeErrors.of(
                    404,
                    null,
                    "Unrecognized request URL (" + request.method() + ": " + request.path()
                            + "). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.",
                    null);
        }
        if (path.length == 3) {
            return list(request, path[2]);
        }
        return path[3].equals("search") ? search(request, path[2]) : object(request, path[2], path[3]);
    }

    private Response object(Request request, String kind, String id) {
        StripeObject object = ledger.find(kind, id);
        return object == null ? StripeErrors.missing(kind, id, "id") : Response.json(200, row(object, request.query()));
    }

    private Response list(Request request, String kind) {
        Parameters query = request.query();
        Integer limit = limit(query);
        if (limit == null) {
            return StripeErrors.of(
                    400, "parameter_invalid_integer", "Invalid integer: " + query.first("limit"), "limit");
        }
        List<StripeObject> all =
                ledger.list(kind).stream().filter(wanted(kind, query)).toList();
        int from = 0;
        String after = query.first("starting_after");
        if (after != null) {
            from = position(all, after) + 1;
            if (from == 0) {
                return StripeErrors.of(
                        400,
                        "resource_missing",
                        "No such " + kind.substring(0, kind.length() - 1) + ": '" + after + "'",
                        "starting_after");
            }
        }
        int to = Math.min(all.size(), from + limit);
        ObjectNode body = Json.object();
        body.put("object", "list");
        body.set("data", rows(all.subList(from, to), query));
        body.put("has_more", to < all.size());
        body.put("url", "/v1/" + kind);
        return Response.json(200, body);
    }

    private Response search(Request request, String kind) {
        Parameters query = request.query();
        Integer limit = limit(query);
        Predicate<StripeObject> condition = StripeSearch.parse(query.first("query", ""));
        if (condition == null || limit == null) {
            return StripeErrors.of(
                    400,
                    null,
                    "We were unable to parse your search query. Try using the format `metadata[\"key\"]:\"value\"`.",
                    "query");
        }
        List<StripeObject> hits = ledger.list(kind).stream().filter(condition).toList();
        int from = Math.min(query.number("page", 0, 0, 1_000_000), hits.size());
        int to = Math.min(hits.size(), from + limit);
        ObjectNode body = Json.object();
        body.put("object", "search_result");
        body.set("data", rows(hits.subList(from, to), query));
        body.put("has_more", to < hits.size());
        body.set("next_page", Json.value(to < hits.size() ? Integer.toString(to) : null));
        body.put("url", "/v1/" + kind + "/search");
        return Response.json(200, body);
    }

    private static @Nullable Integer limit(Parameters query) {
        int limit = query.number("limit", query.first("limit") == null ? 10 : -1, -1, 1_000);
        return limit < 1 || limit > 100 ? null : limit;
    }

    private static int position(List<StripeObject> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static Predicate<StripeObject> wanted(String kind, Parameters query) {
        List<Predicate<StripeObject>> conditions = new ArrayList<>();
        for (String filter : Objects.requireNonNull(FILTERS.get(kind))) {
            String value = query.first(filter);
            if (value != null && !(filter.equals("status") && value.equals("all"))) {
                conditions.add(object -> value.equals(object.facet(filter)));
            }
        }
        List<String> ids = query.values().get("ids[]");
        if (kind.equals("products") && ids != null) {
            conditions.add(object -> ids.contains(object.id()));
        }
        if (kind.equals("subscriptions") && query.first("status") == null) {
            conditions.add(object -> !"canceled".equals(object.facet("status")));
        }
        for (String bound : List.of("gt", "gte", "lt", "lte")) {
            String value = query.first("created[" + bound + "]");
            if (value != null) {
                conditions.add(object ->
                        StripeSearch.compare(Long.toString(object.created().getEpochSecond()), bound, value));
            }
        }
        return object -> conditions.stream().allMatch(condition -> condition.test(object));
    }

    private JsonNode rows(List<StripeObject> objects, Parameters query) {
        return Json.array(objects.stream().map(object -> row(object, query)).toList());
    }

    /** The row, with the references that {@code expand[]} names replaced by what they refer to. */
    private ObjectNode row(StripeObject object, Parameters query) {
        ObjectNode row = rows.row(object);
        query.values().forEach((name, values) -> {
            if (name.startsWith("expand[")) {
                values.forEach(path -> expand(row, path.replaceFirst("^data\\.", "")));
            }
        });
        return row;
    }

    private void expand(ObjectNode row, String path) {
        String[] steps = path.split("\\.", 2);
        StripeObject target = ledger.find(row.path(steps[0]).asString(""));
        if (target != null) {
            row.set(steps[0], rows.row(target));
        }
        if (steps.length > 1 && row.path(steps[0]) instanceof ObjectNode inner) {
            expand(inner, steps[1]);
        }
    }
}
