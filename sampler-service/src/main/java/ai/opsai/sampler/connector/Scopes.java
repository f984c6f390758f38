package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static Scope answer(Scope request, Answer answer) {
        var headers = new LinkedHashMap<String, @Nullable Object>();
        answer.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.put("link", Links.of(answer.headers().getOrDefault("link", List.of())));
        return request.with("response", answer.body() == null ? Map.of() : answer.body())
                .with("headers", headers);
    }

    static Scope record(Scope request, Map<String, @Nullable Object> record) {
        return request.with("record", record);
    }
}
