package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysetTests extends KeyProviderContract {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve(UUID.randomUUID().toString());
        KeysetFile.create(file);
    }

    @Override
    KeyProvider provider() {
        return LocalKeyset.of(file);
    }

    @Override
    KeyProvider another() {
        Path other = folder.resolve(UUID.randomUUID().toString());
        KeysetFile.create(other);
        return LocalKeyset.of(other);
    }

    @Override
    void rotate() {
        KeysetFile.rotate(file);
    }

    @Override
    void takeAway() throws IOException {
        Files.delete(file);
    }

    @Test
    void v03_nothingStartsWithoutAKey() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "hello");
        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-------"));

        assertThatIllegalStateException()
                .isThrownBy(() -> LocalKeyset.of(null))
                .withMessageContaining("OPSAI_VAULT_KEYSET_FILE");
        assertThatIllegalStateException()
                .isThrownBy(() -> LocalKeyset.of(folder.resolve("missing")))
                .withMessageContaining("KeysetCommand");
        assertThatIllegalStateException()
                .isThrownBy(() -> LocalKeyset.of(text))
                .withMessageContaining("no AEAD keyset");
    }

    @Test
    void v03_nothingStartsWithAKeyThatOthersCanRead() throws IOException {
        for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertThatIllegalStateException()
                    .isThrownBy(() -> LocalKeyset.of(file))
                    .withMessageContaining("chmod 600 " + file);
        }
    }

    @Test
    void v02_aKeyThatOthersCanReadLaterIsNoLongerUsed() throws IOException {
        KeyProvider provider = provider();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> provider.wrap(KEY, PLACE));
    }

    @Test
    void v02_aKeysetIsPrivateAndNeverReplaced() throws IOException {
        String before = Files.readString(file);

        assertThat(KeysetFile.create(file)).isFalse();
        assertThat(file).hasContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void v13_aRotatedKeysetIsStillPrivate() throws IOException, GeneralSecurityException {
        KeysetFile.rotate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".next"));
    }
}
