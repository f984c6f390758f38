package ai.opsai.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * PostgreSQL's programs, unpacked once per version into the user's cache folder and shared by every server of this
 * user. Safe when several processes unpack at the same time: each unpacks aside, the first one's folder is kept.
 */
public final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** The version that this module depends on, for this machine's system and processor. */
    public static PostgresBinaries ofClassPath() {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        return unpacked(() -> {
            InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name);
            if (archive == null) {
                throw new IllegalStateException("There is no embedded PostgreSQL for this machine (" + name
                        + "): set DATABASE_URL to a server of your own.");
            }
            return archive;
        });
    }

    /** Another version: a jar of the same series of artifacts, for example of PostgreSQL 15. */
    public static PostgresBinaries ofJar(Path jar) {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return unpacked(() -> Files.newInputStream(files.getPath("/", name)));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the PostgreSQL binaries of " + jar, e);
        }
    }

    static String archiveName(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String architecture = switch (processor) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return "postgres-" + os + "-" + architecture + ".txz";
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static PostgresBinaries unpacked(Archive archive) {
        try {
            Path target = cache().resolve("postgresql-" + hash(archive));
            if (!Files.exists(target)) {
                Tarball.unpack(archive.open(), target);
            }
            return new PostgresBinaries(target);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack PostgreSQL", e);
        }
    }

    private static Path cache() throws IOException {
        Path own = Path.of(System.getProperty("user.home"), ".cache", "opsai");
        try {
            return Files.createDirectories(own);
        } catch (IOException e) {
            return Files.createDirectories(
                    Path.of(System.getProperty("java.io.tmpdir"), "opsai-" + System.getProperty("user.name")));
        }
    }

    private static String hash(Archive archive) throws IOException {
        try (DigestInputStream in = new DigestInputStream(archive.open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private interface Archive {
        InputStream open() throws IOException;
    }
}
