package ai.opsai.sampler.expression;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables that one evaluation sees, and its clock. {@code stream_interval} and {@code stream_partition} are other
 * names of {@code stream_slice}. Immutable: {@link #with} gives a wider scope.
 */
public record Scope(Map<String, @Nullable Object> variables, Clock clock) {

    private static final Map<String, String> ALIASES =
            Map.of("stream_interval", "stream_slice", "stream_partition", "stream_slice");

    public Scope with(String name, @Nullable Object value) {
        var wider = new LinkedHashMap<String, @Nullable Object>(variables);
        wider.put(name, value);
        return new Scope(wider, clock);
    }

    boolean knows(String name) {
        return variables.containsKey(ALIASES.getOrDefault(name, name));
    }

    @Nullable
    Object get(String name) {
        return variables.get(ALIASES.getOrDefault(name, name));
    }
}
