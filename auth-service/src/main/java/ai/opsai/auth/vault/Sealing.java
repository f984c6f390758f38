package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import com.google.crypto.tink.Aead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals texts to the place they belong to. What is moved to another tenant, connection, kind or version does not open
 * again. Thread-safe.
 */
public final class Sealing {

    private final Aead keys;

    Sealing(Aead keys) {
        this.keys = keys;
    }

    /** @param place what the text belongs to; the same words in the same order open it */
    public byte[] seal(Secret text, String... place) {
        try {
            return keys.encrypt(text.reveal().getBytes(StandardCharsets.UTF_8), associated(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't seal", e);
        }
    }

    /** @throws IllegalStateException when it was sealed elsewhere, with a key we don't have, or was changed */
    public Secret open(byte[] sealed, String... place) {
        try {
            return Secret.of(new String(keys.decrypt(sealed, associated(place)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open: wrong key, or it was moved or changed", e);
        }
    }

    /** Each part with its length, so that no two places look alike. */
    private static byte[] associated(String... place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : place) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
