package ai.opsai.local.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Built modules put aside to run from there: a build rewrites jars in place, and a JVM whose jars change under it fails
 * in odd ways. Libraries of others, which no build rewrites, are linked, our own are copied.
 */
public final class Installation {

    private static final String OURS = "-SNAPSHOT.jar";

    private final Workspace workspace;

    public Installation(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Brings the modules' installed files up to the built ones; not to be called while they run. */
    public void refresh(List<String> modules) {
        try {
            for (String module : modules) {
                refresh(workspace.jar(module), workspace.installedJar(module));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not put the built programs in place", e);
        }
    }

    private static void refresh(Path built, Path installed) throws IOException {
        Path libraries = Files.createDirectories(installed.resolveSibling("lib"));
        copy(built, installed);
        Set<Path> wanted = new HashSet<>();
        for (Path library : files(built.resolveSibling("lib"))) {
            Path target = libraries.resolve(library.getFileName());
            wanted.add(target);
            if (!same(library, target)) {
                install(library, target);
            }
        }
        for (Path old : files(libraries)) {
            if (!wanted.contains(old)) {
                Files.delete(old);
            }
        }
    }

    private static void install(Path library, Path target) throws IOException {
        if (library.getFileName().toString().endsWith(OURS)) {
            copy(library, target);
            return;
        }
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, library);
        } catch (UnsupportedOperationException | IOException e) {
            copy(library, target);
        }
    }

    /** Keeps the time of change, by which a start-up cache knows its jars. */
    private static void copy(Path from, Path to) throws IOException {
        if (!same(from, to)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(other)
                && Files.size(one) == Files.size(other)
                && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
