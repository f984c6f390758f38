package ai.opsai.local.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of one program: written when the program first ends in good order, used from the next
 * start on. It belongs to exactly these jars and this JVM; after a build the next run makes a new one.
 */
final class AotCache {

    private final Path file;
    private final Path unfinished;

    private AotCache(Path file) {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".new");
    }

    static AotCache of(Path folder, String program, Path jar) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(program + "-" + fingerprint(jar) + ".aot");
            deleteOthers(folder, program, file);
            return new AotCache(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not prepare the start-up cache of " + program, e);
        }
    }

    /** Whether the program has a cache, of whatever build. */
    static boolean exists(Path folder, String program) {
        String[] names = folder.toFile().list();
        return names != null && Arrays.stream(names).anyMatch(name -> name.matches(program + "-[0-9a-f]{16}\\.aot"));
    }

    /** Use the cache, or make one. The heap flags are the same in both, or the JVM would not take it. */
    List<String> flags() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of("-XX:AOTCacheOutput=" + unfinished);
    }

    /** Use the cache when another process of the same program has made it. */
    List<String> flagsOfFurther() {
        return Files.exists(file) ? flags() : List.of();
    }

    /** To be called after the program ended in good order; one that was killed may have left a torn file. */
    void keep() {
        try {
            if (Files.exists(unfinished)) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the start-up cache " + file, e);
        }
    }

    private static void deleteOthers(Path folder, String program, Path current) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other : files.filter(path -> ofProgram(path, program)).toList()) {
                if (!other.equals(current)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private static boolean ofProgram(Path path, String program) {
        return path.getFileName().toString().matches(program + "-[0-9a-f]{16}\\.aot.*");
    }

    private static String fingerprint(Path jar) throws IOException {
        StringBuilder facts = new StringBuilder(Runtime.version().toString()).append(factsOf(jar));
        Path libraries = jar.resolveSibling("lib");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> files = Files.list(libraries)) {
                for (Path library : files.sorted().toList()) {
                    facts.append(factsOf(library));
                }
            }
        }
        return hash(facts.toString());
    }

    private static String factsOf(Path file) throws IOException {
        return file + "|" + Files.size(file) + "|" + Files.getLastModifiedTime(file) + "\n";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
