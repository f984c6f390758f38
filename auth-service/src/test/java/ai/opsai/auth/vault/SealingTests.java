package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.opsai.auth.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTests {

    private static final Secret TOKEN = Secret.of("gho_marker");

    @TempDir
    private Path folder;

    @Test
    void opensWhereItWasSealed() {
        Sealing sealing = sealing("a");

        assertThat(sealing.open(sealing.seal(TOKEN, "tok", "acme", "1"), "tok", "acme", "1"))
                .isEqualTo(TOKEN);
    }

    @Test
    void opensNowhereElse() {
        Sealing sealing = sealing("a");
        byte[] sealed = sealing.seal(TOKEN, "tok", "acme", "1");

        assertThatIllegalStateException().isThrownBy(() -> sealing.open(sealed, "tok", "acme", "2"));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(sealed, "tok", "other", "1"));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(sealed, "tok", "acme1", ""));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(sealed, "tok", "acme"));
    }

    @Test
    void opensWithNoOtherKeyAndAfterNoChange() {
        Sealing sealing = sealing("a");
        byte[] sealed = sealing.seal(TOKEN, "tok");

        assertThatIllegalStateException().isThrownBy(() -> sealing("b").open(sealed, "tok"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> sealing.open(changed, "tok"));
        }
    }

    @Test
    void holdsNothingReadable() {
        assertThat(new String(sealing("a").seal(TOKEN, "tok"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("gho_marker");
    }

    @Test
    void nothingStartsWithoutAKey() throws IOException {
        Path noKeyset = Files.writeString(folder.resolve("text"), "hello");

        assertThatIllegalStateException()
                .isThrownBy(() -> VaultKeyset.load(null))
                .withMessageContaining("OPSAI_VAULT_KEYSET_FILE");
        assertThatIllegalStateException().isThrownBy(() -> VaultKeyset.load(folder.resolve("missing")));
        assertThatIllegalStateException().isThrownBy(() -> VaultKeyset.load(noKeyset));
    }

    @Test
    void aKeysetIsPrivateAndNeverReplaced() throws IOException {
        Path file = folder.resolve("keyset");
        assertThat(VaultKeyset.create(file)).isTrue();
        String before = Files.readString(file);

        assertThat(VaultKeyset.create(file)).isFalse();
        assertThat(file).hasContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretShowsItselfToNobody() {
        assertThat(TOKEN).hasToString("***");
        assertThat(String.valueOf(java.util.List.of(TOKEN))).doesNotContain("gho");
    }

    private Sealing sealing(String name) {
        Path file = folder.resolve(name);
        VaultKeyset.create(file);
        return new Sealing(VaultKeyset.load(file));
    }
}
