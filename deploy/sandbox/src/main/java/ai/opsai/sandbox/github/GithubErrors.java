package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** GitHub's error bodies. */
final class GithubErrors {

    private GithubErrors() {}

    static Response of(int status, String message) {
        ObjectNode body = Json.object();
        body.put("message", message);
        body.put("documentation_url", "https://docs.github.com/rest");
        body.put("status", Integer.toString(status));
        return Response.json(status, body);
    }

    static Response of(int status) {
        return of(status, message(status));
    }

    static Response notFound() {
        return of(404);
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "Bad credentials";
            case 403 -> "Resource not accessible by integration";
            case 404 -> "Not Found";
            case 422 -> "Validation Failed";
            case 429 -> "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
            default -> "Server Error";
        };
    }
}
