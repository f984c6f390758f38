package ai.opsai.sampler.connector;

import org.jspecify.annotations.Nullable;

/**
 * Where a read goes on: small and JSON-like, so that it can be stored with a page and taken up by another process.
 *
 * @param slice index of the slice
 * @param token of the page, null for a slice's first
 * @param offset rows read of the slice so far
 */
public record Position(int slice, @Nullable Object token, int offset) {

    public static final Position START = new Position(0, null, 0);

    Position nextSlice() {
        return new Position(slice + 1, null, 0);
    }
}
