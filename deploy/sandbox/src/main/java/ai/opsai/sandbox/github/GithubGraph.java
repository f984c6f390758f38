package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The GraphQL API, as far as people go: {@code user(login)} and {@code search(type: USER)}, under as many aliases as asked. */
final class GithubGraph {

    private static final int MOST_FOUND = 100;

    private final Viewing viewing;
    private final GithubSearch search;
    private final List<ObjectNode> errors = new ArrayList<>();

    GithubGraph(Viewing viewing, GithubSearch search) {
        this.viewing = viewing;
        this.search = search;
    }

    Response answer(Request request) {
        JsonNode body = request.json();
        String text = body == null ? "" : body.path("query").asString("");
        if (text.isBlank()) {
            return GithubErrors.of(400, "A query attribute must be specified and must be a string.");
        }
        try {
            return answer(GraphQuery.parse(text));
        } catch (IllegalArgumentException e) {
            return refused("PARSE_ERROR", String.valueOf(e.getMessage()));
        }
    }

    private Response answer(GraphQuery query) {
        boolean mayReadMail =
                viewing.access().allows("user:email") || viewing.access().allows("read:user");
        if (!mayReadMail && asksForMail(query)) {
            return refused(
                    "INSUFFICIENT_SCOPES",
                    "Your token has not been granted the required scopes to execute this query. The 'email' field"
                            + " requires one of the following scopes: ['user:email', 'read:user'].");
        }
        ObjectNode data = Json.object();
        query.selections().forEach(selection -> {
            if (selection instanceof GraphQuery.Selection.Field field) {
                data.set(field.alias(), field(root(field), field, query));
            }
        });
        ObjectNode body = Json.object();
        body.set("data", data);
        if (!errors.isEmpty()) {
            body.set("errors", Json.array(errors));
        }
        return Response.json(200, body);
    }

    private static boolean asksForMail(GraphQuery query) {
        return query.toString().contains("name=email");
    }

    private @Nullable JsonNode root(GraphQuery.Selection.Field field) {
        Map<String, String> arguments = field.arguments();
        return switch (field.name()) {
            case "user" -> user(field.alias(), arguments.getOrDefault("login", ""));
            case "search" -> found(arguments);
            default -> throw new IllegalArgumentException("Field '" + field.name() + "' doesn't exist on type 'Query'");
        };
    }

    private @Nullable JsonNode user(String alias, String login) {
        GithubUser user = viewing.host().user(login);
        if (user == null || user.organization()) {
            errors.add(Json.object()
                    .put("type", "NOT_FOUND")
                    .put("message", "Could not resolve to a User with the login of '" + login + "'.")
                    .set("path", Json.array(List.of(alias))));
            return null;
        }
        return graphRow(user);
    }

    private JsonNode found(Map<String, String> arguments) {
        int first = Math.min(MOST_FOUND, GithubApi.number(arguments.get("first")));
        List<GithubUser> users = search.users(arguments.getOrDefault("query", ""));
        ObjectNode connection = Json.object().put("userCount", users.size());
        return connection.set(
                "nodes",
                Json.array(users.stream().limit(first).map(this::graphRow).toList()));
    }

    /** The person's fields by their names in the graph. */
    private ObjectNode graphRow(GithubUser user) {
        ObjectNode rest = viewing.rows().profile(user);
        ObjectNode row = Json.object().put("__typename", rest.path("type").asString());
        Map.of(
                        "id", "node_id",
                        "databaseId", "id",
                        "avatarUrl", "avatar_url",
                        "url", "html_url",
                        "websiteUrl", "blog",
                        "isHireable", "hireable",
                        "twitterUsername", "twitter_username",
                        "createdAt", "created_at",
                        "updatedAt", "updated_at")
                .forEach((name, field) -> row.set(name, rest.path(field)));
        List.of("login", "name", "company", "location", "email", "bio").forEach(name -> row.set(name, rest.path(name)));
        Map.of("followers", "followers", "following", "following", "repositories", "public_repos")
                .forEach((name, field) -> row.set(
                        name, Json.object().put("totalCount", rest.path(field).asInt())));
        return row;
    }

    private static JsonNode field(@Nullable JsonNode value, GraphQuery.Selection.Field field, GraphQuery query) {
        return switch (value) {
            case null -> Json.value(null);
            case ObjectNode object -> {
                ObjectNode shown = Json.object();
                show(object, field.selections(), query, shown);
                yield shown;
            }
            default ->
                value.isArray()
                        ? Json.array(value.valueStream()
                                .map(item -> field(item, field, query))
                                .toList())
                        : value;
        };
    }

    private static void show(
            ObjectNode object, List<GraphQuery.Selection> selections, GraphQuery query, ObjectNode shown) {
        for (GraphQuery.Selection selection : selections) {
            switch (selection) {
                case GraphQuery.Selection.Field field ->
                    shown.set(field.alias(), field(object.get(field.name()), field, query));
                case GraphQuery.Selection.Spread(String fragment) ->
                    show(object, query.fragments().getOrDefault(fragment, List.of()), query, shown);
                case GraphQuery.Selection.Inline(String type, List<GraphQuery.Selection> inner) -> {
                    if (object.path("__typename").asString().equals(type)) {
                        show(object, inner, query, shown);
                    }
                }
            }
        }
    }

    private static Response refused(String type, String message) {
        ObjectNode body = Json.object();
        body.set("errors", Json.array(List.of(Json.object().put("type", type).put("message", message))));
        return Response.json(200, body);
    }
}
