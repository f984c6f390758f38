package ai.opsai.sandbox.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.json.Json;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** HubSpot's error bodies. */
final class HubspotErrors {

    static final String NO_CREDENTIALS =
            "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more"
                    + " details at https://developers.hubspot.com/docs/methods/auth/oauth-overview";

    private HubspotErrors() {}

    static Response of(int status, String category, String message) {
        ObjectNode body = Json.object();
        body.put("status", "error");
        body.put("message", message);
        body.put(
                "correlationId",
                UUID.nameUUIDFromBytes((category + message).getBytes(UTF_8)).toString());
        body.put("category", category);
        return Response.json(status, body);
    }

    static Response invalid(String message) {
        return of(400, "VALIDATION_ERROR", message);
    }

    static Response notFound() {
        return of(404, "OBJECT_NOT_FOUND", "resource not found");
    }

    static Response missingScopes(String scope) {
        return of(
                403,
                "MISSING_SCOPES",
                "This app hasn't been granted all required scopes to make this call. Read more about required scopes"
                        + " here: https://developers.hubspot.com/scopes. Required: " + scope);
    }

    static Response rateLimited(String policy) {
        ObjectNode body = Json.object();
        body.put("status", "error");
        body.put("message", "You have reached your " + policy.toLowerCase(Locale.ROOT) + " limit.");
        body.put("errorType", "RATE_LIMIT");
        body.put("correlationId", UUID.nameUUIDFromBytes(policy.getBytes(UTF_8)).toString());
        body.put("policyName", policy);
        body.put("groupName", "publicapi:crm:sandbox");
        return Response.json(429, body);
    }

    static Response of(int status) {
        return switch (status) {
            case 401 -> of(401, "INVALID_AUTHENTICATION", NO_CREDENTIALS);
            case 403 -> missingScopes("crm.objects");
            case 404 -> notFound();
            case 429 -> rateLimited("TEN_SECONDLY_ROLLING");
            default -> of(status, "INTERNAL_ERROR", "internal error");
        };
    }
}
