package ai.opsai.auth.part;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way through: never held whole, never parsed.
 *
 * @param version the ETag of the data, where the service tells one
 */
public record PartAnswer(
        int status, String contentType, @Nullable String version, InputStream body) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
