package ai.opsai.sampler.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call passes: positional values, then named ones; both are looked up by the parameter they stand for. */
record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {

    static final Arguments NONE = new Arguments(List.of(), Map.of());

    boolean has(int index, String name) {
        return index < positional.size() || named.containsKey(name);
    }

    @Nullable
    Object get(int index, String name) {
        if (index < positional.size()) {
            return positional.get(index);
        }
        if (named.containsKey(name)) {
            return named.get(name);
        }
        throw new ExpressionException.WrongType("missing argument " + name);
    }

    @Nullable
    Object get(int index, String name, @Nullable Object otherwise) {
        return has(index, name) ? get(index, name) : otherwise;
    }

    String text(int index, String name) {
        return Texts.required(get(index, name));
    }

    void atMost(int count) {
        if (positional.size() > count) {
            throw new ExpressionException.WrongType("takes at most " + count + " arguments");
        }
    }
}
