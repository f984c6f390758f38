package ai.opsai.auth.vault;

import com.google.crypto.tink.Aead;
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
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keyset file: AES-256-GCM keys in Tink's JSON form, readable by this user alone. Without it nothing starts. */
final class VaultKeyset {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private VaultKeyset() {}

    static Aead load(@Nullable Path file) {
        if (file == null || !Files.isReadable(file)) {
            throw new IllegalStateException("The token vault has no key: set OPSAI_VAULT_KEYSET_FILE to a keyset file. "
                    + "Create one with: java -cp auth-service.jar ai.opsai.auth.vault.KeysetCommand <file>");
        }
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token vault can't use " + file + ": it is no AEAD keyset", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The token vault can't read " + file, e);
        }
    }

    /** Whether a file was created. */
    static boolean create(Path file) {
        try {
            AeadConfig.register();
            KeysetHandle keys =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, json);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't make a keyset", e);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }
}
