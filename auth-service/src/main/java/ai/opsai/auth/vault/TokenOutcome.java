package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes of asking for a connection's token. */
public sealed interface TokenOutcome {

    /** A token that is good at present, and what was stored beside it. */
    record Granted(Secret access, @Nullable Instant expiresAt, long version, Map<String, Secret> config)
            implements TokenOutcome {}

    /** Only a new consent helps; the provider said so. */
    record ReauthRequired(String reason) implements TokenOutcome {}

    /** The provider can't be asked just now. */
    record Later(Instant retryAt) implements TokenOutcome {}

    /** The vault holds nothing for this connection. */
    record Gone() implements TokenOutcome {}
}
