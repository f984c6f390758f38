package ai.opsai.auth.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the vault holds of a connection.
 *
 * @param version of the tokens; each refresh and each new consent counts
 * @param key what sealed it; null for the first release's
 * @param attempt a refresh that began and whose answer was never written down
 * @param verdict why only the owner can help, if so
 * @param ended the connection was ended: nothing is given out any more
 */
record StoredTokens(
        String provider,
        long version,
        Instant storedAt,
        @Nullable UUID key,
        Secrets secrets,
        @Nullable UUID attempt,
        Setbacks setbacks,
        @Nullable String verdict,
        boolean ended) {

    /** How often in a row the provider did not answer, and until when it is left alone. */
    record Setbacks(int failures, @Nullable Instant notBefore) {}

    Tokens tokens() {
        return secrets.tokens();
    }
}
