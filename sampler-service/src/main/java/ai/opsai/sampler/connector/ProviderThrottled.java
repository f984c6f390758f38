package ai.opsai.sampler.connector;

import java.time.Instant;

/** The provider asks to wait longer than a worker should: whoever scheduled the work is to take it up again then. */
public final class ProviderThrottled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Instant retryAt;

    public ProviderThrottled(Instant retryAt) {
        super("the provider asks to wait until " + retryAt);
        this.retryAt = retryAt;
    }

    public Instant retryAt() {
        return retryAt;
    }
}
