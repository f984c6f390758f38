package ai.opsai.local.database;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a new data folder. One that was cut short leaves nothing, so that the next start makes it again. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private final PostgresBinaries binaries;
    private final List<String> prefix;

    Cluster(PostgresBinaries binaries, List<String> prefix) {
        this.binaries = binaries;
        this.prefix = prefix;
    }

    void create(PostgresSettings settings, String password) {
        Path data = settings.data().toAbsolutePath();
        Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
        try {
            Files.createDirectories(data.getParent());
            Folders.delete(data);
            writePrivately(passwordFile, password);
            run(settings, data, passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make the data folder of PostgreSQL", e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private void run(PostgresSettings settings, Path data, Path passwordFile) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        if (settings.endsWithParent()) {
            words.add("--no-sync");
        }
        Child initdb = Child.start(new Command("initdb", words, Map.of(), settings.log(), false));
        int exitCode = initdb.onExit().join().exitValue();
        if (exitCode != 0) {
            Folders.delete(data);
            throw initdb.failure("could not make a database cluster");
        }
    }
}
