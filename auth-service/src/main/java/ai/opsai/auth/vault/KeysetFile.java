package ai.opsai.auth.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** Makes and rotates the file of a {@link LocalKeyset}. It is whole at any moment: a new one takes the place of the old. */
final class KeysetFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeysetFile() {}

    /** Whether a file was created; an existing one is kept. */
    static boolean create(Path file) {
        try {
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, text(LocalKeyset.generate()));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't make a keyset", e);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    /** Adds a key that wraps from now on; the old ones stay, to unwrap. */
    static void rotate(Path file) {
        try {
            AeadConfig.register();
            KeysetHandle old = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            KeysetHandle.Builder.Entry added = KeysetHandle.generateEntryFromParameters(
                            PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary();
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "keyset", ".next", OWNER_ONLY);
            Files.writeString(
                    next,
                    text(KeysetHandle.newBuilder(old)
                            .addEntry(added)
                            .setConfiguration(RegistryConfiguration.get())
                            .build()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't rotate " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("can't rotate " + file, e);
        }
    }

    private static String text(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
