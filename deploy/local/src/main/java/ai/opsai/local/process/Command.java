package ai.opsai.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a child process is started with. A child that ends with its parent gets a pipe as its input and is expected to
 * end when that closes, so that nothing outlives a killed test run.
 */
public record Command(
        String name, List<String> words, Map<String, String> environment, Path log, boolean endsWithParent) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Environments hold secrets: a command shows its name only. */
    @Override
    public String toString() {
        return "Command[" + name + "]";
    }
}
