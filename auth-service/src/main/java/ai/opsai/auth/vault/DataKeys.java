package ai.opsai.auth.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of tenants, unwrapped; inside a transaction of the tenant. A tenant gets its key with its first secret. */
final class DataKeys {

    private final KeyProvider provider;
    private final KeyRows rows;
    private final KeyCache cache;
    private final Places places;
    private final VaultTools.Stamps stamps;

    DataKeys(KeyProvider provider, KeyRows rows, KeyCache cache, Places places, VaultTools.Stamps stamps) {
        this.provider = provider;
        this.rows = rows;
        this.cache = cache;
        this.places = places;
        this.stamps = stamps;
    }

    /** The key that seals what is new of this tenant. */
    DataKey active(String tenant) {
        KeyRows.Wrapped active = rows.active(tenant);
        if (active == null) {
            add(tenant);
            active = Objects.requireNonNull(rows.active(tenant));
        }
        return of(tenant, active.id(), active.key());
    }

    /** The key of the id. */
    DataKey of(String tenant, UUID id, byte[] wrapped) {
        return cache.get(id, () -> unwrapped(tenant, id, wrapped));
    }

    /** The key of the id; null when there is none, any more. */
    @Nullable
    DataKey find(String tenant, UUID id) {
        KeyRows.Wrapped wrapped = rows.find(tenant, id);
        return wrapped == null ? null : of(tenant, id, wrapped.key());
    }

    /** The key of the id, if it was unwrapped lately. */
    @Nullable
    DataKey lately(UUID id) {
        return cache.find(id);
    }

    /** Opens what the first release sealed, without a key of the tenant. */
    DataKey first() {
        return new DataKey(null, new Aead() {
            @Override
            public byte[] encrypt(byte[] text, byte[] place) throws GeneralSecurityException {
                return provider.wrap(text, place);
            }

            @Override
            public byte[] decrypt(byte[] sealed, byte[] place) throws GeneralSecurityException {
                return provider.unwrap(sealed, place);
            }
        });
    }

    /** A new key seals from now on; the old ones stay for what they sealed. */
    void rotate(String tenant) {
        rows.retireActive(tenant);
        add(tenant);
    }

    /** Wraps those keys anew that a retired key of the provider wrapped. */
    void rewrap(String tenant) {
        String kek = provider.activeKekId();
        for (KeyRows.Wrapped wrapped : rows.lockAll(tenant)) {
            if (!wrapped.kekId().equals(kek)) {
                rows.rewrap(tenant, rewrapped(tenant, wrapped, kek));
            }
        }
    }

    /** Forgets the tenant's keys here and in the database. */
    void erase(String tenant) {
        rows.removeAll(tenant).forEach(cache::forget);
    }

    private void add(String tenant) {
        UUID id = stamps.ids().generateId();
        String kek = provider.activeKekId();
        try {
            byte[] wrapped = provider.wrap(DataKey.generate(), places.key(tenant, id));
            rows.insert(
                    tenant,
                    new KeyRows.Wrapped(id, wrapped, kek),
                    stamps.clock().instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key provider can't wrap a new key", e);
        }
    }

    private KeyRows.Wrapped rewrapped(String tenant, KeyRows.Wrapped old, String kek) {
        byte[] place = places.key(tenant, old.id());
        try {
            return new KeyRows.Wrapped(old.id(), provider.wrap(provider.unwrap(old.key(), place), place), kek);
        } catch (GeneralSecurityException e) {
            throw foreign(e);
        }
    }

    private DataKey unwrapped(String tenant, UUID id, byte[] wrapped) {
        try {
            return DataKey.parse(id, provider.unwrap(wrapped, places.key(tenant, id)));
        } catch (GeneralSecurityException e) {
            throw foreign(e);
        }
    }

    private static IllegalStateException foreign(GeneralSecurityException cause) {
        return new IllegalStateException(
                "a tenant's key does not unwrap: wrong key, or it was moved or changed", cause);
    }
}
