package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.RequesterPlan.Body;
import ai.opsai.sampler.expression.Scope;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The body of one request: what the requester says, with what slice and page put into it. */
final class BodyParts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Body body;
    private final Scope scope;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private boolean form;

    BodyParts(Body body, Scope scope) {
        this.body = body;
        this.scope = scope;
        this.form = body instanceof Body.Form;
    }

    void add(List<String> path, Object value) {
        Paths.put(fields, path, value);
    }

    void addToForm(List<String> path, Object value) {
        add(path, value);
        form = true;
    }

    String type() {
        return form ? "application/x-www-form-urlencoded" : "application/json";
    }

    /** Null where there is none. */
    byte @Nullable [] content() {
        return switch (body) {
            case Body.Empty() -> fields.isEmpty() ? null : encoded(Map.of());
            case Body.Json(ValuePlan value) -> json(value.evaluate(scope));
            case Body.Form(Inputs own) -> encoded(own.scalars(scope));
            case Body.Raw(var text) -> text.text(scope).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] json(@Nullable Object own) {
        return own instanceof Map<?, ?> map ? encoded(map) : JSON.writeValueAsBytes(own);
    }

    private byte[] encoded(Map<?, ?> own) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        own.forEach((name, value) -> all.put(String.valueOf(name), value));
        Paths.merge(all, fields);
        return form ? Queries.encode(all).getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(all);
    }
}
