package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Judgement.Finding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Spends refresh tokens, each once: under the lock of the row, which dies with its process and has no time to live.
 * That one is about to be spent is committed before, what it brought is committed before anybody sees it, and who
 * waited for the row finds the winner's tokens.
 */
final class Refreshes {

    private static final Logger LOG = LoggerFactory.getLogger(Refreshes.class);

    private final Through through;
    private final Judgement judgement;
    private final Refresher refresher;
    private final RenewalTimes times;
    private final VaultTools.Stamps stamps;

    Refreshes(Through through, Judgement judgement, Refresher refresher, RenewalTimes times, VaultTools.Stamps stamps) {
        this.through = through;
        this.judgement = judgement;
        this.refresher = refresher;
        this.times = times;
        this.stamps = stamps;
    }

    /** Where refreshes happen: on a small pool of their own, since each may hold a connection for a minute. */
    record Through(Store store, SecretRows rows, Timetable timetable) {}

    /** The provider's answer, kept from before it is committed until after. */
    private static final class Answer {
        private @Nullable StoredTokens spent;
        private @Nullable Secrets secrets;
    }

    TokenOutcome refresh(Ask ask) {
        UUID attempt = stamps.ids().generateId();
        TokenOutcome settled = through.store().<@Nullable TokenOutcome>locked(ask.tenant(), () -> intend(ask, attempt));
        if (settled != null) {
            return settled;
        }
        Answer answer = new Answer();
        try {
            return through.store().locked(ask.tenant(), () -> attempt(ask, attempt, answer));
        } catch (DataAccessException | TransactionException e) {
            return again(ask, answer, e);
        }
    }

    private @Nullable TokenOutcome intend(Ask ask, UUID attempt) {
        return switch (judgement.of(through.rows().lock(ask.tenant(), ask.connection()), ask)) {
            case Finding.Settled settled -> settled.outcome();
            case Finding.Stale _ -> {
                through.rows().intend(ask.connection(), attempt, now());
                yield null;
            }
        };
    }

    private TokenOutcome attempt(Ask ask, UUID attempt, Answer answer) {
        return switch (judgement.of(through.rows().lock(ask.tenant(), ask.connection()), ask)) {
            case Finding.Settled settled -> settled.outcome();
            case Finding.Stale stale -> spend(ask, attempt, stale, answer);
        };
    }

    /** What the provider gave must not be lost with a database connection: it is written on another one. */
    private TokenOutcome again(Ask ask, Answer answer, RuntimeException failure) {
        StoredTokens spent = answer.spent;
        Secrets secrets = answer.secrets;
        if (spent == null) {
            throw failure;
        }
        LOG.warn("The refresh of connection {} lost its lock: {}", ask.connection(), failure.toString());
        return through.store()
                .locked(ask.tenant(), () -> secrets == null ? present(ask) : replaced(ask, spent, secrets));
    }

    private TokenOutcome spend(Ask ask, UUID attempt, Finding.Stale stale, Answer answer) {
        StoredTokens stored = stale.stored();
        answer.spent = stored;
        Refreshed refreshed = refresher.refresh(ask.provider(), stored.tokens().access(), stale.refresh());
        Secret previous = stored.secrets().previousRefresh();
        boolean refused = refreshed instanceof Refreshed.Refused refusal
                && refusal.reason().equals("invalid_grant");
        if (refused && previous != null) {
            LOG.info("Connection {} tries the refresh token before the refused one", ask.connection());
            refreshed = refresher.refresh(ask.provider(), stored.tokens().access(), previous);
        }
        return switch (refreshed) {
            case Refreshed.Given given -> {
                answer.secrets = kept(stored, stale.refresh(), given.tokens());
                yield replaced(ask, stored, answer.secrets);
            }
            case Refreshed.Refused refusal ->
                condemned(ask, stored, attempt.equals(stored.attempt()) ? refusal.reason() : "refresh_lost");
            case Refreshed.Unanswered unanswered -> setBack(ask, stored, unanswered.reason());
        };
    }

    /** A new refresh token is not trusted before it worked; without a new one the old has just worked. */
    private static Secrets kept(StoredTokens stored, Secret spent, Tokens fresh) {
        Secret rotated = fresh.refresh();
        Tokens tokens = new Tokens(fresh.access(), rotated == null ? spent : rotated, fresh.expiresAt());
        return new Secrets(
                tokens,
                rotated == null || rotated.equals(spent) ? null : spent,
                stored.secrets().config());
    }

    private TokenOutcome replaced(Ask ask, StoredTokens stored, Secrets secrets) {
        Instant now = now();
        if (!through.rows().replace(ask.tenant(), ask.connection(), stored.version(), secrets, now)) {
            return present(ask);
        }
        Tokens tokens = secrets.tokens();
        through.timetable().set(ask.tenant(), ask.connection(), RenewalTimes.ahead(now, tokens.expiresAt()));
        long version = stored.version() + 1;
        LOG.info("Refreshed the token of connection {}: version {}", ask.connection(), version);
        return new TokenOutcome.Granted(tokens.access(), tokens.expiresAt(), version, secrets.config());
    }

    private TokenOutcome condemned(Ask ask, StoredTokens stored, String verdict) {
        if (!through.rows().condemn(ask.connection(), stored.version(), verdict, now())) {
            return present(ask);
        }
        through.timetable().set(ask.tenant(), ask.connection(), now());
        LOG.warn("The provider refuses to refresh connection {}: {}", ask.connection(), verdict);
        return new TokenOutcome.ReauthRequired(verdict);
    }

    private TokenOutcome setBack(Ask ask, StoredTokens stored, String reason) {
        int failures = stored.setbacks().failures() + 1;
        Instant retryAt = times.afterFailure(failures, now());
        through.rows().setBack(ask.connection(), stored.version(), failures, retryAt);
        through.timetable().set(ask.tenant(), ask.connection(), retryAt);
        LOG.warn("Connection {} can't be refreshed until {}: {}", ask.connection(), retryAt, reason);
        return judgement.meanwhile(stored, ask, retryAt);
    }

    /** Somebody else was faster: theirs counts, also where the provider said no to us. */
    private TokenOutcome present(Ask ask) {
        StoredTokens stored = through.rows().find(ask.tenant(), ask.connection());
        return switch (judgement.of(stored, ask)) {
            case Finding.Settled settled -> settled.outcome();
            case Finding.Stale stale -> judgement.meanwhile(stale.stored(), ask, now());
        };
    }

    private Instant now() {
        return stamps.clock().instant();
    }
}
