package ai.opsai.sampler.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a read goes on: small and JSON-like, so that it can be stored with a page and taken up by another process.
 *
 * @param slice index of the slice
 * @param window index of the slice's window
 * @param token of the page, null for a window's first
 * @param offset rows read of the window so far
 */
public record Position(int slice, int window, @Nullable Object token, int offset) {

    public static final Position START = startOf(0);

    /** In a slice's first window. */
    public Position(int slice, @Nullable Object token, int offset) {
        this(slice, 0, token, offset);
    }

    /** The first page of a slice. */
    public static Position startOf(int slice) {
        return new Position(slice, 0, null, 0);
    }

    Position next(Object nextToken, int rows) {
        return new Position(slice, window, nextToken, offset + rows);
    }

    /** After the last page of a window; null after the last of all. */
    @Nullable
    Position after(List<Slice> slices) {
        if (window + 1 < slices.get(slice).windows().size()) {
            return new Position(slice, window + 1, null, 0);
        }
        return slice + 1 < slices.size() ? startOf(slice + 1) : null;
    }
}
