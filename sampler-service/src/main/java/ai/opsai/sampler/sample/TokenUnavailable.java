package ai.opsai.sampler.sample;

import java.time.Instant;

/** The gateway can't release a token at the moment: the work is to be taken up again. */
public final class TokenUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Instant retryAt;

    TokenUnavailable(Instant retryAt) {
        super("no token at the moment");
        this.retryAt = retryAt;
    }

    public Instant retryAt() {
        return retryAt;
    }
}
