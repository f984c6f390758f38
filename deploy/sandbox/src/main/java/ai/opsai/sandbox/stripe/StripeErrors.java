package ai.opsai.sandbox.stripe;

import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's error bodies. */
final class StripeErrors {

    private StripeErrors() {}

    static Response of(int status, @Nullable String code, String message, @Nullable String parameter) {
        ObjectNode error = Json.object();
        if (code != null) {
            error.put("code", code);
            error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.put("message", message);
        if (parameter != null) {
            error.put("param", parameter);
        }
        error.put("type", status >= 500 ? "api_error" : "invalid_request_error");
        ObjectNode body = Json.object();
        body.set("error", error);
        return Response.json(status, body);
    }

    static Response missing(String kind, String id, String parameter) {
        String noun = kind.substring(0, kind.length() - 1);
        return of(404, "resource_missing", "No such " + noun + ": '" + id + "'", parameter);
    }

    static Response of(int status) {
        return switch (status) {
            case 401 -> of(401, null, "Invalid API Key provided: sk_live_********", null);
            case 403 -> of(403, "account_invalid", "The provided key does not have the required permissions.", null);
            case 404 -> of(404, null, "Unrecognized request URL. Please see https://stripe.com/docs.", null);
            case 429 -> of(429, "rate_limit", "Request rate limit exceeded.", null);
            default -> of(status, null, "An unknown error occurred", null);
        };
    }
}
