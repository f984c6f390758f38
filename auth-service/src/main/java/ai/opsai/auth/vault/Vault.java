package ai.opsai.auth.vault;

import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of connections. A refresh happens under the lock of the row: who waited for it finds the new token,
 * and the lock dies with its process. What is given out is on record.
 */
public final class Vault {

    /** A token with less left is refreshed first. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofSeconds(10);

    private final TenantTransactions transactions;
    private final SecretRows rows;
    private final Refresher refresher;
    private final Clock clock;
    private final KeyedLocks locks = new KeyedLocks();

    Vault(TenantTransactions transactions, SecretRows rows, Refresher refresher, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.refresher = refresher;
        this.clock = clock;
    }

    /**
     * Replaces what is kept for the connection; the answer is the version of the new tokens.
     *
     * @param config secrets beside the tokens, such as the key of an API; they are given out with the token
     */
    public long store(String tenant, UUID connection, String provider, Tokens tokens, Map<String, Secret> config) {
        return transactions.call(
                tenant, () -> rows.save(tenant, connection, provider, tokens, config, clock.instant()));
    }

    /** Forgets the tokens; the answer is what was forgotten, for the last call to the provider. */
    public @Nullable Tokens forget(String tenant, UUID connection) {
        return transactions.<@Nullable Tokens>call(tenant, () -> {
            StoredTokens stored = rows.lock(tenant, connection);
            rows.delete(connection);
            return stored == null ? null : stored.tokens();
        });
    }

    /**
     * The token of a connection, refreshed when it is about to expire or was rejected.
     *
     * @param provider as it is for this connection, with its variables filled in
     * @param rejected the version that the provider refused, which forces one refresh
     */
    public TokenOutcome token(
            String tenant, UUID connection, Provider provider, @Nullable Long rejected, Release release) {
        StoredTokens stored = transactions.call(tenant, () -> rows.find(tenant, connection));
        if (stored != null && good(stored, rejected)) {
            return record(tenant, connection, granted(stored), release);
        }
        TokenOutcome outcome = locks.hold(
                connection, () -> transactions.call(tenant, () -> current(tenant, connection, provider, rejected)));
        return record(tenant, connection, outcome, release);
    }

    private TokenOutcome current(String tenant, UUID connection, Provider provider, @Nullable Long rejected) {
        StoredTokens stored = rows.lock(tenant, connection);
        if (stored == null) {
            return new TokenOutcome.Gone();
        }
        if (good(stored, rejected)) {
            return granted(stored);
        }
        Secret refresh = stored.tokens().refresh();
        boolean refused = rejected != null && stored.version() <= rejected;
        if (refresh == null) {
            return refused || expired(stored)
                    ? new TokenOutcome.ReauthRequired(refused ? "token_rejected" : "token_expired")
                    : granted(stored);
        }
        return switch (refresher.refresh(provider, stored.tokens().access(), refresh)) {
            case Refreshed.Given given -> refreshed(tenant, connection, stored, given.tokens());
            case Refreshed.Refused refusal -> new TokenOutcome.ReauthRequired(refusal.reason());
            case Refreshed.Unanswered _ ->
                refused || expired(stored)
                        ? new TokenOutcome.Later(clock.instant().plus(SOON))
                        : granted(stored);
        };
    }

    /** A provider that sends no new refresh token means that the old one stays. */
    private TokenOutcome refreshed(String tenant, UUID connection, StoredTokens old, Tokens fresh) {
        Secret refresh = fresh.refresh() == null ? old.tokens().refresh() : fresh.refresh();
        Tokens kept = new Tokens(fresh.access(), refresh, fresh.expiresAt());
        long version = rows.save(tenant, connection, old.provider(), kept, old.config(), clock.instant());
        return new TokenOutcome.Granted(kept.access(), kept.expiresAt(), version, old.config());
    }

    private TokenOutcome record(String tenant, UUID connection, TokenOutcome outcome, Release release) {
        if (outcome instanceof TokenOutcome.Granted granted) {
            transactions.run(
                    tenant, () -> rows.recordRelease(tenant, connection, granted.version(), release, clock.instant()));
        }
        return outcome;
    }

    private boolean good(StoredTokens stored, @Nullable Long rejected) {
        Instant expiresAt = stored.tokens().expiresAt();
        boolean fresh = expiresAt == null || expiresAt.isAfter(clock.instant().plus(MARGIN));
        return fresh && (rejected == null || stored.version() > rejected);
    }

    private boolean expired(StoredTokens stored) {
        Instant expiresAt = stored.tokens().expiresAt();
        return expiresAt != null && !expiresAt.isAfter(clock.instant());
    }

    private static TokenOutcome granted(StoredTokens stored) {
        return new TokenOutcome.Granted(
                stored.tokens().access(), stored.tokens().expiresAt(), stored.version(), stored.config());
    }
}
