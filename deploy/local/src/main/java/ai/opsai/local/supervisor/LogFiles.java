package ai.opsai.local.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Log files of the parts: each start of the stack begins new ones and keeps those of the start before. */
final class LogFiles {

    private LogFiles() {}

    static void rotate(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path log : logs(folder)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not put the old log files aside", e);
        }
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }
}
