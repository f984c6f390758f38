package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what is stored answers an ask, or a refresh token is to be spent first. */
final class Judgement {

    private final Clock clock;

    Judgement(Clock clock) {
        this.clock = clock;
    }

    /** What to do about an ask. */
    sealed interface Finding {

        record Settled(TokenOutcome outcome) implements Finding {}

        record Stale(StoredTokens stored, Secret refresh) implements Finding {}
    }

    Finding of(@Nullable StoredTokens stored, Ask ask) {
        if (stored == null || stored.ended()) {
            return new Finding.Settled(new TokenOutcome.Gone());
        }
        String verdict = stored.verdict();
        if (verdict != null) {
            return new Finding.Settled(new TokenOutcome.ReauthRequired(verdict));
        }
        if (good(stored, ask)) {
            return new Finding.Settled(granted(stored));
        }
        Secret refresh = stored.tokens().refresh();
        if (refresh == null) {
            return new Finding.Settled(withoutRefresh(stored, ask));
        }
        Instant notBefore = stored.setbacks().notBefore();
        return notBefore != null && notBefore.isAfter(clock.instant())
                ? new Finding.Settled(meanwhile(stored, ask, notBefore))
                : new Finding.Stale(stored, refresh);
    }

    /** The token as long as it is any good, while the provider is not to be asked. */
    TokenOutcome meanwhile(StoredTokens stored, Ask ask, Instant retryAt) {
        return usable(stored, ask) ? granted(stored) : new TokenOutcome.Later(retryAt);
    }

    private TokenOutcome withoutRefresh(StoredTokens stored, Ask ask) {
        return usable(stored, ask)
                ? granted(stored)
                : new TokenOutcome.ReauthRequired(refused(stored, ask) ? "token_rejected" : "token_expired");
    }

    private boolean good(StoredTokens stored, Ask ask) {
        if (!usable(stored, ask)) {
            return false;
        }
        Instant expiresAt = stored.tokens().expiresAt();
        if (expiresAt == null || stored.version() > ask.seen()) {
            return true;
        }
        Instant renewal = RenewalTimes.ahead(stored.storedAt(), expiresAt);
        Instant now = clock.instant();
        return ask.ahead()
                ? renewal != null && now.isBefore(renewal)
                : now.plus(RenewalTimes.MARGIN).isBefore(expiresAt);
    }

    private boolean usable(StoredTokens stored, Ask ask) {
        Instant expiresAt = stored.tokens().expiresAt();
        return !refused(stored, ask) && (expiresAt == null || expiresAt.isAfter(clock.instant()));
    }

    private static boolean refused(StoredTokens stored, Ask ask) {
        return ask.rejected() != null && ask.rejected() == stored.version();
    }

    static TokenOutcome granted(StoredTokens stored) {
        return new TokenOutcome.Granted(
                stored.tokens().access(),
                stored.tokens().expiresAt(),
                stored.version(),
                stored.secrets().config());
    }
}
