package ai.opsai.sampler.expression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a template has set so far, over the variables of its scope; a loop's body has a frame of its own. */
final class Frame {

    private final @Nullable Frame outer;
    private final Scope scope;
    private final Map<String, @Nullable Object> names = new HashMap<>();

    Frame(Scope scope) {
        this.outer = null;
        this.scope = scope;
    }

    private Frame(Frame outer) {
        this.outer = outer;
        this.scope = outer.scope;
    }

    Frame inner() {
        return new Frame(this);
    }

    Scope scope() {
        return scope;
    }

    void set(String name, @Nullable Object value) {
        names.put(name, value);
    }

    @Nullable
    Object get(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            if (frame.names.containsKey(name)) {
                return frame.names.get(name);
            }
        }
        if (scope.knows(name)) {
            return scope.get(name);
        }
        if (name.equals("self")) {
            return Map.of();
        }
        Callable macro = Macros.named(name, scope.clock());
        return macro == null ? Undefined.VALUE : macro;
    }
}
