package ai.opsai.local.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The state on disk. A reader sees one whole version of it, never a half-written one. */
public final class StateFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    void write(StackState state) {
        try {
            Files.createDirectories(file.getParent());
            Path aside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the stack's state", e);
        }
    }

    /** What was written last; nothing when there is none, or one that this version can't read. */
    public Optional<StackState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), StackState.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the stack's state", e);
        }
    }

    /** Forgets the state of a stack that is gone. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete the stack's state", e);
        }
    }
}
