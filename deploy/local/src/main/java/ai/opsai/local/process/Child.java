package ai.opsai.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A started child process and its log file. Ending it twice is harmless; a child that doesn't end in time is killed. */
public final class Child {

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts the command with both of its outputs appended to the log. */
    public static Child start(Command command) {
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()));
            builder.environment().putAll(command.environment());
            if (!command.endsWithParent()) {
                builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            }
            return new Child(command.name(), builder.start(), command.log());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + command.name(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Completes when the process has ended. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Asks with the signal, waits, then kills; tells whether asking was enough. */
    public boolean stop(Signal signal, Duration patience) {
        return Signals.stop(process.toHandle(), signal, patience);
    }

    /** Ends the process at once, for data that nobody reads again. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure of this child in words, with the end of what it wrote. */
    public StartFailure failure(String what) {
        String state = alive() ? "" : " (it ended with exit code " + process.exitValue() + ")";
        return new StartFailure(name + " " + what + state, LogTail.of(log, 15));
    }
}
