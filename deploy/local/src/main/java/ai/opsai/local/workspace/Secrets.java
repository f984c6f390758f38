package ai.opsai.local.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** The stack's passwords and keys: made once, each in a file that only this user can read. */
public final class Secrets {

    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The file of that name, in the folder that is private to this user. */
    public Path file(String name) {
        try {
            Files.createDirectories(folder, OWN_FOLDER);
            return folder.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make the folder of the stack's secrets", e);
        }
    }

    /** The password of that name, made on first use. */
    public String password(String name) {
        return content(name + ".password", Secrets::random);
    }

    /** The file's content, made on first use. The file appears whole or not at all. */
    public synchronized String content(String name, Supplier<String> maker) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                Path aside = Files.createTempFile(folder, name, ".new", OWN_FILE);
                Files.writeString(aside, maker.get());
                Files.move(aside, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read or make the stack's secret " + name, e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
