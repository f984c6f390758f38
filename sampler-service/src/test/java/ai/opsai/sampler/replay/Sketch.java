package ai.opsai.sampler.replay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that must come, while it is put together. */
final class Sketch {

    private final String method;
    private String address;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Map<String, Set<String>> headers = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> json = new LinkedHashMap<>();
    private final Map<String, List<String>> form = new LinkedHashMap<>();
    private @Nullable String raw;

    Sketch(String method, String address) {
        this.method = method;
        this.address = address;
    }

    Sketch address(String other) {
        address = other;
        return this;
    }

    void parameter(String name, @Nullable Object value) {
        add(parameters, name, value);
    }

    /** Any one of the values will do. */
    void header(String name, Set<String> values) {
        headers.put(name, values);
    }

    void json(Map<String, @Nullable Object> fields) {
        json.putAll(fields);
    }

    void form(String name, @Nullable Object value) {
        add(form, name, value);
    }

    void raw(String text) {
        raw = text;
    }

    private static void add(Map<String, List<String>> to, String name, @Nullable Object value) {
        if (value != null) {
            to.put(name, Raw.list(value).stream().map(Rendering::spelled).toList());
        }
    }

    /** Puts a value where a request option says. */
    void option(Map<String, @Nullable Object> option, @Nullable Object value, Rendering rendering) {
        if (option.isEmpty() || value == null) {
            return;
        }
        List<String> path =
                Raw.list(option.get("field_path")).stream().map(rendering::text).toList();
        List<String> steps = path.isEmpty() ? List.of(rendering.text(option.get("field_name"))) : path;
        String name = String.join(".", steps);
        switch (Raw.text(option, "inject_into")) {
            case "request_parameter" -> parameter(name, value);
            case "header" -> header(name, Set.of(Rendering.spelled(value)));
            case "body_json" -> Raw.put(json, steps, value);
            case "body_data" -> form(name, value);
            default -> throw new NotReplayed("a request option into " + Raw.text(option, "inject_into"));
        }
    }

    /** The address with all parameters, as a provider would link to it. */
    String link(String parameter, String token, Set<String> without) {
        var kept = new LinkedHashMap<>(parameters);
        kept.keySet().removeAll(without);
        kept.put(parameter, List.of(token));
        return joined(kept);
    }

    String address() {
        return address;
    }

    private String joined(Map<String, List<String>> added) {
        Set<String> present = new java.util.HashSet<>();
        int question = address.indexOf('?');
        if (question >= 0) {
            for (String pair : address.substring(question + 1).split("&", -1)) {
                present.add(java.net.URLDecoder.decode(pair.split("=", -1)[0], StandardCharsets.UTF_8));
            }
        }
        var pairs = new ArrayList<String>();
        added.forEach((name, values) -> {
            if (!present.contains(name)) {
                values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value)));
            }
        });
        String query = String.join("&", pairs);
        return query.isEmpty() ? address : address + (question < 0 ? "?" : address.endsWith("?") ? "" : "&") + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The one spelling of this request. */
    String canonical() {
        String url = joined(parameters);
        int question = url.indexOf('?');
        return Canonical.request(
                method,
                question < 0 ? url : url.substring(0, question),
                question < 0 ? "" : url.substring(question + 1),
                method.equals("GET") ? "" : body());
    }

    private String body() {
        if (raw != null) {
            return Canonical.json(raw);
        }
        if (!form.isEmpty()) {
            var pairs = new ArrayList<String>();
            form.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
            return Canonical.form(String.join("&", pairs));
        }
        return json.isEmpty() ? "" : "json " + Canonical.json((Object) json);
    }

    Map<String, Set<String>> headers() {
        return headers;
    }
}
