package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Seals a connection's secrets, each to its own place. */
final class Seals {

    private final Places places;
    private final JsonMapper json;

    Seals(Places places, JsonMapper json) {
        this.places = places;
        this.json = json;
    }

    /** One version of the secrets of one connection. */
    record Owner(String tenant, UUID connection, long version) {}

    SealedSecrets seal(DataKey key, Owner owner, Secrets secrets) {
        return new SealedSecrets(
                key.seal(secrets.tokens().access(), place(owner, Kind.ACCESS)),
                sealed(key, secrets.tokens().refresh(), place(owner, Kind.REFRESH)),
                sealed(key, secrets.previousRefresh(), place(owner, Kind.PREVIOUS_REFRESH)),
                secrets.config().isEmpty() ? null : key.seal(written(secrets.config()), place(owner, Kind.CONFIG)));
    }

    Secrets open(DataKey key, Owner owner, SealedSecrets sealed, @Nullable Instant expiresAt) {
        Secret access = key.open(sealed.access(), place(owner, Kind.ACCESS));
        Secret refresh = opened(key, sealed.refresh(), place(owner, Kind.REFRESH));
        Secret config = opened(key, sealed.config(), place(owner, Kind.CONFIG));
        return new Secrets(
                new Tokens(access, refresh, expiresAt),
                opened(key, sealed.previousRefresh(), place(owner, Kind.PREVIOUS_REFRESH)),
                config == null ? Map.of() : read(config));
    }

    private byte[] place(Owner owner, Kind kind) {
        return places.token(owner.tenant(), owner.connection(), kind, owner.version());
    }

    private static byte @Nullable [] sealed(DataKey key, @Nullable Secret secret, byte[] place) {
        return secret == null ? null : key.seal(secret, place);
    }

    private static @Nullable Secret opened(DataKey key, byte @Nullable [] sealed, byte[] place) {
        return sealed == null ? null : key.open(sealed, place);
    }

    private Secret written(Map<String, Secret> config) {
        Map<String, String> texts = new TreeMap<>();
        config.forEach((name, secret) -> texts.put(name, secret.reveal()));
        return Secret.of(json.writeValueAsString(texts));
    }

    private Map<String, Secret> read(Secret written) {
        Map<String, Secret> config = new TreeMap<>();
        json.readTree(written.reveal())
                .properties()
                .forEach(entry ->
                        config.put(entry.getKey(), Secret.of(entry.getValue().asString())));
        return config;
    }
}
