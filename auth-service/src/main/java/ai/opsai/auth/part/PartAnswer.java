package ai.opsai.auth.part;

import java.io.IOException;
import java.io.InputStream;

/** An answer on its way through: never held whole, never parsed. */
public record PartAnswer(int status, String contentType, InputStream body) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
