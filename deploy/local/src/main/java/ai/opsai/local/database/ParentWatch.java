package ai.opsai.local.database;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Ends a test's server when the test's JVM was killed: a shell that waits for the pipe from it to close. */
final class ParentWatch {

    private static final String SCRIPT = "read line; kill -INT \"$0\"";

    private ParentWatch() {}

    static Child over(Child server, Path log) {
        List<String> words = List.of("sh", "-c", SCRIPT, Long.toString(server.pid()));
        return Child.start(new Command("watch", words, Map.of(), log, true));
    }
}
