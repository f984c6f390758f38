package ai.opsai.auth.webhook;

import ai.opsai.auth.provider.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message of a provider as it came: nothing of it is read before its signature is found good. */
final class Delivery {

    private final Function<String, @Nullable String> headers;
    private final byte[] body;

    Delivery(Function<String, @Nullable String> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    static Delivery of(HttpServletRequest request) throws IOException {
        return new Delivery(request::getHeader, request.getInputStream().readAllBytes());
    }

    @Nullable
    String header(String name) {
        return headers.apply(name);
    }

    byte[] body() {
        return body;
    }

    /** The body behind a prefix, as some providers sign it. */
    byte[] bodyAfter(String prefix) {
        byte[] first = prefix.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    /** What stands there, in the header or in the body. */
    @Nullable
    String at(Webhook.Place place, JsonNode read) {
        String header = place.header();
        if (header != null) {
            return header(header);
        }
        JsonNode value = read.at(java.util.Objects.requireNonNull(place.pointer()));
        return value.isNumber() || value.isString() ? value.asString() : null;
    }
}
