package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds the variables that expressions see at each place of a read. */
final class Scopes {

    private Scopes() {}

    static Scope request(StreamPlan plan, ProviderAccess access, Slice slice, @Nullable Object pageToken, Clock clock) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("config", access.config());
        variables.put("parameters", plan.parameters());
        variables.put("stream_slice", slice.values());
        variables.put("stream_state", Map.of());
        variables.put("next_page_token", pageToken == null ? Map.of() : Map.of("next_page_token", pageToken));
        return new Scope(variables, clock);
    }

    /** The whole answer, as error handlers judge it. */
    static Scope answer(Scope request, Answer answer) {
        return answer(request, answer, answer.body());
    }

    /** The answer as pagination sees it: of a list, the first item. */
    static Scope page(Scope request, Answer answer) {
        return answer(request, answer, answer.first());
    }

    private static Scope answer(Scope request, Answer answer, @Nullable Object body) {
        Map<String, @Nullable Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.put("link", Links.of(answer.headers().getOrDefault("link", List.of())));
        return request.with("response", body == null ? Map.of() : body).with("headers", headers);
    }

    static Scope record(Scope request, Map<String, @Nullable Object> record) {
        return request.with("record", record);
    }
}
