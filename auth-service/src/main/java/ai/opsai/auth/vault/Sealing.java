package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals texts of short life that belong to no tenant yet, with a key of the platform's own. What is moved to another
 * place does not open again. Thread-safe, also within a transaction of another role.
 */
public final class Sealing {

    /** No caller can be this tenant: ids of tenants begin with a letter or a digit. */
    static final String PLATFORM = "_platform";

    private static final byte FORM = 2;
    private static final int HEAD = 1 + 2 * Long.BYTES;

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final Clock clock;
    private volatile @Nullable Present present;

    Sealing(TransactionTemplate transactions, JdbcClient jdbc, DataKeys keys, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** The key that seals; a retired one may do so until then, and opens what it sealed long after. */
    private record Present(DataKey key, Instant until) {}

    /** @param place what the text belongs to; the same words in the same order open it */
    public byte[] seal(Secret text, String... place) {
        DataKey key = presentKey();
        UUID id = Objects.requireNonNull(key.id());
        byte[] sealed = key.seal(text, AssociatedData.of(place));
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(FORM)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was sealed elsewhere, with a key we don't have, or was changed */
    public Secret open(byte[] sealed, String... place) {
        if (sealed.length < HEAD || sealed[0] != FORM) {
            throw new IllegalStateException("a sealed value does not open: its form is unknown");
        }
        ByteBuffer head = ByteBuffer.wrap(sealed, 1, HEAD - 1);
        UUID id = new UUID(head.getLong(), head.getLong());
        return key(id).open(Arrays.copyOfRange(sealed, HEAD, sealed.length), AssociatedData.of(place));
    }

    private DataKey presentKey() {
        Present known = present;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = new Present(
                    platform(() -> keys.active(PLATFORM)), clock.instant().plus(KeyCache.LIFE));
            present = known;
        }
        return known.key();
    }

    private DataKey key(UUID id) {
        DataKey known = keys.lately(id);
        DataKey key = known == null ? this.<@Nullable DataKey>platform(() -> keys.find(PLATFORM, id)) : known;
        if (key == null) {
            throw new IllegalStateException("a sealed value does not open: its key was removed");
        }
        return key;
    }

    /** On a connection of the vault's own, whatever transaction the caller is in. */
    @SuppressWarnings("NullAway") // TransactionTemplate declares a nullable answer; it returns what the work returned
    private <T extends @Nullable Object> T platform(Supplier<T> work) {
        return transactions.execute(status -> {
            jdbc.sql("select set_config('app.tenant_id', ?, true)")
                    .param(PLATFORM)
                    .query(String.class)
                    .single();
            return work.get();
        });
    }
}
