package ai.opsai.auth.isolation;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import java.nio.file.Path;

/** A database with everything that the three services migrate into it. */
final class Schemas {

    private static final Path MODULES = Path.of("..");
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    private Schemas() {}

    static Database migrated(String word) {
        return Stack.shared()
                .createDatabase(word)
                .migrate("connections", SCRIPTS)
                .migrate("sampling", MODULES.resolve("sampler-service").resolve(SCRIPTS))
                .migrate("organizing", MODULES.resolve("organizer-service").resolve(SCRIPTS));
    }
}
