package ai.opsai.local.supervisor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How a process outlives the terminal it was started from: in a session of its own, or at least deaf to its closing. */
final class Detachment {

    private Detachment() {}

    static List<String> prefix() {
        for (String program : List.of("setsid", "nohup")) {
            if (onPath(program)) {
                return List.of(program);
            }
        }
        return List.of();
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
