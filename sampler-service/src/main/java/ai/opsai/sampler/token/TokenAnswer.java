package ai.opsai.sampler.token;

import java.time.Instant;

/** What the gateway says when asked for a token. */
public sealed interface TokenAnswer {

    record Released(Token token) implements TokenAnswer {}

    /** The provider wants a new consent of the user. */
    record ReauthRequired() implements TokenAnswer {}

    /** The connection ended, or is not there (any more). */
    record Gone() implements TokenAnswer {}

    /** The gateway can't say at the moment. */
    record Unavailable(Instant retryAt) implements TokenAnswer {}
}
