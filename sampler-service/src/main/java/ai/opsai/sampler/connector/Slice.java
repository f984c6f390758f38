package ai.opsai.sampler.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a stream.
 *
 * @param values what expressions read as {@code stream_slice}
 * @param options what goes into the request besides
 */
public record Slice(Map<String, @Nullable Object> values, Map<RequestOption, Object> options) {

    public static final Slice WHOLE = new Slice(Map.of(), Map.of());

    /** A slice of a single value, as a look-up has. */
    public static Slice of(Map<String, @Nullable Object> values) {
        return new Slice(values, Map.of());
    }

    Slice and(Slice other) {
        var allValues = new LinkedHashMap<String, @Nullable Object>(values);
        allValues.putAll(other.values);
        var allOptions = new LinkedHashMap<>(options);
        allOptions.putAll(other.options);
        return new Slice(allValues, allOptions);
    }
}
