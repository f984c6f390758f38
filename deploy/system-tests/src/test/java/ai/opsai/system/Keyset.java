package ai.opsai.system;

import ai.opsai.local.process.Jvm;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The vault's key set, made as an operator makes it: by the gateway's own command. */
final class Keyset {

    private Keyset() {}

    static Path ensure(Path file, Path clone) {
        if (Files.exists(file)) {
            return file;
        }
        String jar = new Workspace(clone).jar("auth-service").toString();
        List<String> words = Jvm.ofClassPath(
                        jar, "ai.opsai.auth.vault.KeysetCommand", List.of(), List.of(file.toString()))
                .words();
        try {
            Process command = new ProcessBuilder(words).inheritIO().start();
            if (command.waitFor() != 0) {
                throw new IllegalStateException("The key set could not be made");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
