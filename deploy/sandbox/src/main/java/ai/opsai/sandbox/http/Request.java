package ai.opsai.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.sandbox.json.Json;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request.
 *
 * @param path decoded, always starting with a slash
 * @param mount what was cut from the front of the path: the stand-in for a provider's host
 * @param headers by lower-case name
 */
public record Request(
        String method, String path, String mount, Parameters query, Map<String, String> headers, String body) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public String header(String name, String otherwise) {
        String value = header(name);
        return value == null ? otherwise : value;
    }

    /** What stands for {@code https://host} in the URLs of an answer. */
    public String baseUrl() {
        return "http://" + header("host", "127.0.0.1") + mount;
    }

    public Parameters form() {
        return Parameters.parse(body);
    }

    /** The body as a JSON object; null when it is none. */
    public @Nullable JsonNode json() {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            return node.isObject() ? node : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** The credential of {@code Authorization: Bearer} or {@code token}. */
    public @Nullable String bearer() {
        String value = header("authorization", "");
        int space = value.indexOf(' ');
        if (space < 0) {
            return null;
        }
        String scheme = value.substring(0, space).toLowerCase(Locale.ROOT);
        return scheme.equals("bearer") || scheme.equals("token")
                ? value.substring(space + 1).trim()
                : null;
    }

    /** User and password of {@code Authorization: Basic}, joined by a colon. */
    public @Nullable String basic() {
        String value = header("authorization", "");
        if (!value.regionMatches(true, 0, "basic ", 0, 6)) {
            return null;
        }
        try {
            return new String(Base64.getDecoder().decode(value.substring(6).trim()), UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** This request as the application mounted at {@code prefix} sees it. */
    Request below(String prefix) {
        String rest = path.substring(prefix.length());
        return new Request(method, rest.isEmpty() ? "/" : rest, mount + prefix, query, headers, body);
    }
}
