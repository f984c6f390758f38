package ai.opsai.sampler.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a stream.
 *
 * @param values what expressions read as {@code stream_slice}
 * @param options what goes into the request besides
 * @param windows the spans of time that the part is read in, newest first; none where time doesn't matter
 */
public record Slice(Map<String, @Nullable Object> values, Map<RequestOption, Object> options, List<Slice> windows) {

    public static final Slice WHOLE = new Slice(Map.of(), Map.of());

    public Slice(Map<String, @Nullable Object> values, Map<RequestOption, Object> options) {
        this(values, options, List.of());
    }

    /** A slice of a single value, as a look-up has. */
    public static Slice of(Map<String, @Nullable Object> values) {
        return new Slice(values, Map.of());
    }

    Slice in(List<Slice> spans) {
        return new Slice(values, options, spans);
    }

    /** What one window's requests are for: the whole slice where it has no windows. */
    Slice window(int index) {
        return windows.isEmpty() ? this : and(windows.get(index));
    }

    Slice and(Slice other) {
        var allValues = new LinkedHashMap<String, @Nullable Object>(values);
        allValues.putAll(other.values);
        var allOptions = new LinkedHashMap<>(options);
        allOptions.putAll(other.options);
        return new Slice(allValues, allOptions);
    }
}
