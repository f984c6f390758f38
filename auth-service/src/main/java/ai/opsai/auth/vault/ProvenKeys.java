package ai.opsai.auth.vault;

import java.security.GeneralSecurityException;

/** A key provider that is used only once the canary has proved it, also when the database was away at the start. */
final class ProvenKeys implements KeyProvider {

    private final KeyProvider provider;
    private final Canary canary;
    private volatile boolean proven;

    ProvenKeys(KeyProvider provider, Canary canary) {
        this.provider = provider;
        this.canary = canary;
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associated) throws GeneralSecurityException {
        prove();
        return provider.wrap(key, associated);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) throws GeneralSecurityException {
        prove();
        return provider.unwrap(wrapped, associated);
    }

    @Override
    public String activeKekId() {
        return provider.activeKekId();
    }

    /** @throws IllegalStateException when it is not the provider that sealed this database */
    void prove() {
        if (!proven) {
            canary.check();
            proven = true;
        }
    }
}
