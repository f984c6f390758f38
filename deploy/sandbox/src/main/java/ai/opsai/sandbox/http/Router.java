package ai.opsai.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint of a request by method and path template ({@code /repos/{owner}/{repo}}); the first match wins. */
public final class Router {

    /** What stands behind a route; the path variables come by name. */
    @FunctionalInterface
    public interface Endpoint {
        Response answer(Request request, Map<String, String> path);
    }

    private record Route(String method, List<String> segments, Endpoint endpoint) {

        @Nullable
        Map<String, String> match(Request request, List<String> path) {
            if (!method.equals(request.method()) || path.size() != segments.size()) {
                return null;
            }
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                if (segments.get(i).startsWith("{")) {
                    variables.put(segments.get(i).substring(1, segments.get(i).length() - 1), path.get(i));
                } else if (!segments.get(i).equals(path.get(i))) {
                    return null;
                }
            }
            return variables;
        }
    }

    private final List<Route> routes = new ArrayList<>();

    public Router get(String template, Endpoint endpoint) {
        return route("GET", template, endpoint);
    }

    public Router post(String template, Endpoint endpoint) {
        return route("POST", template, endpoint);
    }

    public Router delete(String template, Endpoint endpoint) {
        return route("DELETE", template, endpoint);
    }

    private Router route(String method, String template, Endpoint endpoint) {
        routes.add(new Route(method, List.of(template.split("/", -1)), endpoint));
        return this;
    }

    /** The answer of the matching endpoint; null when there is none. */
    public @Nullable Response answer(Request request) {
        List<String> path = List.of(request.path().split("/", -1));
        for (Route route : routes) {
            Map<String, String> variables = route.match(request, path);
            if (variables != null) {
                return route.endpoint().answer(request, variables);
            }
        }
        return null;
    }
}
