package ai.opsai.auth.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of AES-256-GCM keys in Tink's JSON form, readable by this user alone. It is read anew each time, so that a
 * rotated file counts at once.
 */
final class LocalKeyset implements KeyProvider {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    private LocalKeyset(Path file) {
        this.file = file;
    }

    /** @throws IllegalStateException when there is no such file, others can read it, or it holds no keys */
    static LocalKeyset of(@Nullable Path file) {
        if (file == null || !Files.exists(file)) {
            throw new IllegalStateException("The token vault has no key: set OPSAI_VAULT_KEYSET_FILE to a keyset file. "
                    + "Create one with: java -cp auth-service.jar ai.opsai.auth.vault.KeysetCommand <file>");
        }
        LocalKeyset keyset = new LocalKeyset(file);
        try {
            keyset.keys().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token vault can't use " + file + ": it is no AEAD keyset", e);
        } catch (KeysUnavailable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return keyset;
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associated) throws GeneralSecurityException {
        return aead().encrypt(key, associated);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) throws GeneralSecurityException {
        return aead().decrypt(wrapped, associated);
    }

    @Override
    public String activeKekId() {
        try {
            return "local:" + keys().getPrimary().getId();
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private Aead aead() {
        try {
            return keys().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private KeysUnavailable unusable(GeneralSecurityException cause) {
        return new KeysUnavailable("The token vault can't use " + file + ": it is no AEAD keyset", cause);
    }

    private KeysetHandle keys() throws GeneralSecurityException {
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new KeysUnavailable(
                        "Others can read the token vault's key: take it from them with chmod 600 " + file);
            }
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new KeysUnavailable("The token vault can't read its key from " + file, e);
        }
    }

    /** A new set of one key. */
    static KeysetHandle generate() {
        try {
            AeadConfig.register();
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't make a key", e);
        }
    }
}
