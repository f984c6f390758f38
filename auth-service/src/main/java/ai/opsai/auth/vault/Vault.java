package ai.opsai.auth.vault;

import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Judgement.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Keeps the tokens of connections, sealed with a key per tenant. Of all that ask for an expired one, in all replicas,
 * one refreshes it and the others get the same. What is given out is on record.
 */
public final class Vault {

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Keeping keeping;
    private final Judgement judgement;
    private final Refreshes refreshes;
    private final KeyedLocks flights;
    private final Clock clock;

    Vault(Keeping keeping, Judgement judgement, Refreshes refreshes, KeyedLocks flights, Clock clock) {
        this.keeping = keeping;
        this.judgement = judgement;
        this.refreshes = refreshes;
        this.flights = flights;
        this.clock = clock;
    }

    /** What the vault keeps, through the pool for what is quick. */
    record Keeping(Store store, SecretRows rows, Timetable timetable, DataKeys keys, Records records) {}

    /**
     * Replaces what is kept for the connection.
     *
     * @param config secrets beside the tokens, such as the key of an API; they are given out with the token
     */
    public void store(String tenant, UUID connection, String provider, Tokens tokens, Map<String, Secret> config) {
        Instant now = clock.instant();
        Secrets secrets = new Secrets(tokens, null, config);
        keeping.store().run(tenant, () -> {
            keeping.rows().put(tenant, connection, provider, secrets, now);
            Instant renewal = tokens.refresh() == null ? null : RenewalTimes.ahead(now, tokens.expiresAt());
            keeping.timetable().set(tenant, connection, renewal);
        });
    }

    /**
     * Gives nothing out any more; the answer is what was kept, for the last call to the provider. It stays sealed until
     * it is forgotten, so that this call can be repeated.
     *
     * @param stillTrue asked before anybody can store other tokens; where it says no, nothing ends and nothing is answered
     */
    public @Nullable Tokens end(String tenant, UUID connection, BooleanSupplier stillTrue) {
        return keeping.store().<@Nullable Tokens>locked(tenant, () -> {
            StoredTokens stored = keeping.rows().lock(tenant, connection);
            if (!stillTrue.getAsBoolean()) {
                return null;
            }
            keeping.rows().end(connection, clock.instant());
            keeping.timetable().remove(connection);
            return stored == null ? null : stored.tokens();
        });
    }

    /** Forgets the tokens. */
    public void forget(String tenant, UUID connection) {
        keeping.store().run(tenant, () -> {
            keeping.rows().remove(connection);
            keeping.timetable().remove(connection);
        });
    }

    /** Forgets the tokens, unless others were stored since they ended: those of who connected again meanwhile. */
    public void forgetEnded(String tenant, UUID connection) {
        keeping.store().run(tenant, () -> {
            StoredTokens stored = keeping.rows().lock(tenant, connection);
            if (stored == null || stored.ended()) {
                keeping.rows().remove(connection);
                keeping.timetable().remove(connection);
            }
        });
    }

    /** Makes everything of the tenant unreadable, also in backups, before it is deleted: its key goes first. */
    public void erase(String tenant) {
        keeping.store().run(tenant, () -> keeping.keys().erase(tenant));
        keeping.store().run(tenant, () -> keeping.records().removeAll(tenant));
    }

    /**
     * The token of a connection, refreshed when it is about to expire or was rejected.
     *
     * @param provider as it is for this connection, with its variables filled in
     * @param rejected the version that the provider refused, which forces one refresh
     */
    public TokenOutcome token(
            String tenant, UUID connection, Provider provider, @Nullable Long rejected, Release release) {
        TokenOutcome outcome = patiently(new Ask(tenant, connection, provider, rejected, false, 0));
        if (outcome instanceof TokenOutcome.Granted granted) {
            keeping.store()
                    .run(
                            tenant,
                            () -> keeping.records()
                                    .released(tenant, connection, granted.version(), release, clock.instant()));
        }
        return outcome;
    }

    /** Renews a token that is old enough before anybody asks for it; it is given to nobody. */
    public TokenOutcome renew(DueToken due, Provider provider) {
        return patiently(new Ask(due.tenant(), due.connection(), provider, null, true, 0));
    }

    /** A connection that is to be renewed now, for this caller alone; null when there is none. */
    public @Nullable DueToken due() {
        return keeping.store()
                .transactions()
                .<@Nullable DueToken>callWithoutTenant(() -> keeping.timetable().claim(clock.instant()));
    }

    /** There is nothing to renew for this connection until new tokens are stored. */
    public void settled(DueToken due) {
        keeping.store()
                .transactions()
                .runWithoutTenant(() -> keeping.timetable().remove(due.connection()));
    }

    private TokenOutcome patiently(Ask ask) {
        try {
            return asked(ask);
        } catch (KeysUnavailable | PessimisticLockingFailureException | CannotCreateTransactionException e) {
            LOG.warn("The token of connection {} is not to be had just now: {}", ask.connection(), e.toString());
            return new TokenOutcome.Later(clock.instant().plus(SOON));
        }
    }

    private TokenOutcome asked(Ask ask) {
        StoredTokens found = find(ask);
        Ask waiting = ask.having(found);
        return switch (judgement.of(found, waiting)) {
            case Finding.Settled settled -> settled.outcome();
            case Finding.Stale _ -> {
                TokenOutcome outcome = flights.hold(ask.connection(), () -> refreshed(waiting));
                yield outcome == null ? new TokenOutcome.Later(clock.instant().plus(SOON)) : outcome;
            }
        };
    }

    private TokenOutcome refreshed(Ask ask) {
        return switch (judgement.of(find(ask), ask)) {
            case Finding.Settled settled -> settled.outcome();
            case Finding.Stale _ -> refreshes.refresh(ask);
        };
    }

    private @Nullable StoredTokens find(Ask ask) {
        return keeping.store()
                .transactions()
                .<@Nullable StoredTokens>call(ask.tenant(), () -> keeping.rows().find(ask.tenant(), ask.connection()));
    }
}
