package ai.opsai.sampler.replay;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts requests together as a requester declares them. */
final class Requests {

    private final Map<String, @Nullable Object> requester;

    Requests(Map<String, @Nullable Object> requester) {
        if (!Raw.text(requester, "type").equals("HttpRequester")) {
            throw new NotReplayed("requests by " + Raw.text(requester, "type"));
        }
        this.requester = requester;
    }

    Sketch sketch(Rendering context, Script script) {
        Rendering rendering = context.with("parameters", Raw.map(requester.get("$parameters")));
        String method = Raw.text(requester, "http_method").toUpperCase(Locale.ROOT);
        var sketch = new Sketch(method.isEmpty() ? "GET" : method, address(requester, rendering));
        inputs("request_parameters", rendering)
                .forEach((name, value) -> sketch.parameter(name, scalar(value, rendering)));
        inputs("request_headers", rendering).forEach((name, value) -> {
            Object sent = scalar(value, rendering);
            if (sent != null && !name.equalsIgnoreCase("Content-Type")) {
                sketch.header(name, Set.of(Rendering.spelled(sent)));
            }
        });
        body(sketch, rendering);
        authentication(rendering, script).on(sketch);
        return sketch;
    }

    Authentication authentication(Rendering rendering, Script script) {
        return new Authentication(Raw.map(requester.get("authenticator")), rendering, script);
    }

    Map<String, @Nullable Object> errorHandler() {
        return Raw.map(requester.get("error_handler"));
    }

    private Map<String, @Nullable Object> inputs(String key, Rendering rendering) {
        Object written = requester.get(key);
        if (written instanceof String template) {
            return Raw.map(rendering.value(template));
        }
        Map<String, @Nullable Object> inputs = Raw.map(written);
        inputs.remove("$parameters");
        return inputs;
    }

    private static @Nullable Object scalar(@Nullable Object value, Rendering rendering) {
        if (value instanceof Map) {
            throw new NotReplayed("a request parameter that is an object");
        }
        return value instanceof java.util.List ? rendering.structure(value) : rendering.scalar(value);
    }

    private void body(Sketch sketch, Rendering rendering) {
        Object json = requester.get("request_body_json");
        Object data = requester.get("request_body_data");
        if (requester.get("request_body") != null) {
            throw new NotReplayed("a request_body");
        }
        if (json != null) {
            sketch.json(
                    Raw.map(json instanceof String template ? rendering.value(template) : rendering.structure(json)));
        } else if (data instanceof String template) {
            sketch.raw(rendering.text(template));
        } else {
            inputs("request_body_data", rendering)
                    .forEach((name, value) -> sketch.form(name, scalar(value, rendering)));
        }
    }

    static String address(Map<String, @Nullable Object> requester, Rendering rendering) {
        Object base = requester.get("url_base") == null ? requester.get("url") : requester.get("url_base");
        String path = rendering.text(requester.get("path"));
        String address = joined(rendering.text(base), path);
        try {
            URI uri = URI.create(address.replaceAll("[ {}|\"<>\\[\\]^`\\\\]", "_"));
            if (uri.getHost() == null || !String.valueOf(uri.getScheme()).startsWith("http")) {
                throw new NotReplayed("the address " + address);
            }
        } catch (IllegalArgumentException e) {
            throw new NotReplayed("the address " + address);
        }
        return address;
    }

    private static String joined(String base, String path) {
        if (path.startsWith("http://") || path.startsWith("https://")) {
            return path;
        }
        if (path.isEmpty()) {
            return base;
        }
        String start = base.endsWith("/") ? base : base + "/";
        return start + (path.startsWith("/") ? path.substring(1) : path);
    }
}
