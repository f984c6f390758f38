package ai.opsai.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class PostgresBinariesTests {

    @Test
    void eachSystemHasItsArchive() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
    }

    @Test
    void programsAreUnpackedAndExecutable() {
        assertThat(Files.isExecutable(PostgresBinaries.ofClassPath().program("initdb")))
                .isTrue();
    }
}
