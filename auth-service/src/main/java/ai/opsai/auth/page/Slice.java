package ai.opsai.auth.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; without a cursor it is the last. */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    /** The same page of what is made of its items. */
    public <R> Slice<R> map(Function<T, R> view) {
        return new Slice<>(items.stream().map(view).toList(), nextCursor);
    }
}
