package ai.opsai.auth.token;

import ai.opsai.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes of asking for a connection's token. */
public sealed interface TokenOutcome {

    /** A token that is good at present. */
    record Granted(Secret access, @Nullable Instant expiresAt, long version) implements TokenOutcome {}

    /** Only a new consent helps; the provider said so. */
    record ReauthRequired(String reason) implements TokenOutcome {}

    /** The provider can't be asked just now. */
    record Later(Instant retryAt) implements TokenOutcome {}

    /** The vault holds nothing for this connection. */
    record Gone() implements TokenOutcome {}
}
