package ai.opsai.sandbox.http;

import ai.opsai.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A whole HTTP response. */
public record Response(int status, Map<String, String> headers, String body) implements Answer {

    public static Response json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", Json.MAPPER.writeValueAsString(body));
    }

    public static Response html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    public static Response text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    public static Response form(int status, Parameters body) {
        return of(status, "application/x-www-form-urlencoded; charset=utf-8", body.encode());
    }

    public static Response redirect(String location) {
        return empty(302).with("Location", location);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), "");
    }

    public static Response of(int status, String contentType, String body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    public Response with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Response(status, more, body);
    }
}
