package ai.opsai.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads what is appended to a log; a log that got shorter was begun anew and is read from its start. */
final class LogFollower {

    private static final long PAUSE_MILLIS = 250;

    private final Path log;
    private final Consumer<String> sink;
    private long position;
    private String unfinished = "";

    private LogFollower(Path log, Consumer<String> sink, long position) {
        this.log = log;
        this.sink = sink;
        this.position = position;
    }

    static LogFollower atEndOf(Path log, Consumer<String> sink) throws IOException {
        return new LogFollower(log, sink, Files.size(log));
    }

    /** Never returns: the person who follows ends the program. */
    static void followAll(List<LogFollower> followers) throws IOException, InterruptedException {
        while (true) {
            for (LogFollower follower : followers) {
                follower.readOn();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    void readOn() throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            byte[] bytes = new byte[(int) (file.length() - position)];
            file.seek(position);
            file.readFully(bytes);
            position += bytes.length;
            emit(unfinished + new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private void emit(String text) {
        int end = text.lastIndexOf('\n');
        text.substring(0, end + 1).lines().forEach(sink);
        unfinished = text.substring(end + 1);
    }
}
