package ai.opsai.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallationTests {

    private static final List<String> MODULES = List.of("deploy/sandbox");

    private final Workspace workspace;
    private final Path built;
    private final Path installed;

    InstallationTests(@TempDir Path folder) throws IOException {
        this.workspace = new Workspace(folder);
        this.built = workspace.jar("deploy/sandbox");
        this.installed = workspace.installedJar("deploy/sandbox");
        Files.createDirectories(built.resolveSibling("lib"));
        Files.writeString(built, "program");
        Files.writeString(built.resolveSibling("lib/theirs-1.0.jar"), "library");
        Files.writeString(built.resolveSibling("lib/ours-0.1.0-SNAPSHOT.jar"), "common");
        new Installation(workspace).refresh(MODULES);
    }

    @Test
    void aBuildDoesNotTouchWhatRuns() throws IOException {
        Files.writeString(built, "program of the next build");
        Files.writeString(built.resolveSibling("lib/ours-0.1.0-SNAPSHOT.jar"), "common of the next build");
        assertThat(installed).hasContent("program");
        assertThat(installed.resolveSibling("lib/ours-0.1.0-SNAPSHOT.jar")).hasContent("common");
        assertThat(installed.resolveSibling("lib/theirs-1.0.jar")).hasContent("library");
    }

    @Test
    void theNextStartTakesTheNextBuild() throws IOException {
        Files.writeString(built, "program of the next build");
        Files.move(built.resolveSibling("lib/theirs-1.0.jar"), built.resolveSibling("lib/theirs-1.1.jar"));
        new Installation(workspace).refresh(MODULES);
        assertThat(installed).hasContent("program of the next build");
        assertThat(installed.resolveSibling("lib/theirs-1.1.jar")).exists();
        assertThat(installed.resolveSibling("lib/theirs-1.0.jar")).doesNotExist();
    }

    @Test
    void timesOfChangeAreKept() throws IOException {
        assertThat(Files.getLastModifiedTime(installed)).isEqualTo(Files.getLastModifiedTime(built));
    }
}
