package ai.opsai.auth.vault;

import java.security.GeneralSecurityException;

/**
 * Where the key lies that wraps all other keys: a file, a HashiCorp Vault, a cloud's key service. Called once per key
 * and five minutes, never per token. Implementations are thread-safe, and what one wrapped stays unwrappable after a
 * rotation.
 */
interface KeyProvider {

    /** @throws KeysUnavailable when it can't be asked just now */
    byte[] wrap(byte[] key, byte[] associated) throws GeneralSecurityException;

    /**
     * Unwraps.
     *
     * @throws GeneralSecurityException when another key wrapped it, for another place, or it was changed
     * @throws KeysUnavailable when it can't be asked just now
     */
    byte[] unwrap(byte[] wrapped, byte[] associated) throws GeneralSecurityException;

    /** The key that {@link #wrap} uses at present; what other ones wrapped is to be wrapped anew. */
    String activeKekId();
}
