package ai.opsai.auth.token;

import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Catalogue catalogue;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private final KeyedLocks locks = new KeyedLocks();

    Vault(TenantTransactions transactions, SecretRows rows, Catalogue catalogue, TokenEndpoint endpoint, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.catalogue = catalogue;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** Replaces what is kept for the connection; the answer is the version of the new tokens. */
    public long store(String tenant, UUID connection, String provider, Tokens tokens) {
        return transactions.call(tenant, () -> rows.save(tenant, connection, provider, tokens, clock.instant()));
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
     * @param rejected the version that the provider refused, which forces one refresh
     */
    public TokenOutcome token(String tenant, UUID connection, @Nullable Long rejected, Release release) {
        StoredTokens stored = transactions.call(tenant, () -> rows.find(tenant, connection));
        if (stored != null && good(stored, rejected)) {
            return record(tenant, connection, granted(stored), release);
        }
        TokenOutcome outcome =
                locks.hold(connection, () -> transactions.call(tenant, () -> current(tenant, connection, rejected)));
        return record(tenant, connection, outcome, release);
    }

    private TokenOutcome current(String tenant, UUID connection, @Nullable Long rejected) {
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
        return switch (endpoint.refresh(
                catalogue.require(stored.provider()), stored.tokens().access(), refresh)) {
            case TokenAnswer.Given given -> refreshed(tenant, connection, stored, given.tokens());
            case TokenAnswer.Refused refusal -> new TokenOutcome.ReauthRequired(refusal.reason());
            case TokenAnswer.Unavailable _ ->
                refused || expired(stored)
                        ? new TokenOutcome.Later(clock.instant().plus(SOON))
                        : granted(stored);
        };
    }

    /** A provider that sends no new refresh token means that the old one stays. */
    private TokenOutcome refreshed(String tenant, UUID connection, StoredTokens old, Tokens fresh) {
        Secret refresh = fresh.refresh() == null ? old.tokens().refresh() : fresh.refresh();
        Tokens kept = new Tokens(fresh.access(), refresh, fresh.expiresAt());
        long version = rows.save(tenant, connection, old.provider(), kept, clock.instant());
        return new TokenOutcome.Granted(kept.access(), kept.expiresAt(), version);
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
                stored.tokens().access(), stored.tokens().expiresAt(), stored.version());
    }
}
