package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An unwrapped key. Thread-safe. */
final class DataKey {

    private final @Nullable UUID id;
    private final Aead aead;

    /** @param id null for the key provider's own key, which sealed the tokens of the first release */
    DataKey(@Nullable UUID id, Aead aead) {
        this.id = id;
        this.aead = aead;
    }

    static DataKey parse(UUID id, byte[] keyset) throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle keys =
                TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
        return new DataKey(id, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    /** A new key as it is wrapped and stored. */
    static byte[] generate() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(
                LocalKeyset.generate(), InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
    }

    @Nullable
    UUID id() {
        return id;
    }

    byte[] seal(Secret text, byte[] place) {
        try {
            return aead.encrypt(text.reveal().getBytes(StandardCharsets.UTF_8), place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't seal", e);
        }
    }

    /** @throws IllegalStateException when it was sealed elsewhere, with another key, or was changed */
    Secret open(byte[] sealed, byte[] place) {
        try {
            return Secret.of(new String(aead.decrypt(sealed, place), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open: wrong key, or it was moved or changed", e);
        }
    }
}
