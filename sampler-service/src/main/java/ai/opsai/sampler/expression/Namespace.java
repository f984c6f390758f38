package ai.opsai.sampler.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one object that a template may change across the borders of a loop. */
final class Namespace {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    @Nullable
    Object get(String name) {
        return members.containsKey(name) ? members.get(name) : Undefined.VALUE;
    }

    void set(String name, @Nullable Object value) {
        members.put(name, value);
    }
}
