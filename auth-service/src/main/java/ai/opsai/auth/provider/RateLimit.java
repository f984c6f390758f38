package ai.opsai.auth.provider;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a provider says that it is called too often. Its {@code Retry-After} counts first where it sends one.
 *
 * @param remaining the header with the calls that are left: 0 there makes a 403 a limit
 */
public record RateLimit(
        Set<Integer> statuses,
        @Nullable Reset reset,
        @Nullable String remaining) {

    public static final RateLimit USUAL = new RateLimit(Set.of(429), null, null);

    public RateLimit {
        statuses = Set.copyOf(statuses);
    }

    /** The header that says when calls are possible again. */
    public record Reset(String header, Meaning meaning) {}

    /** One header name has several meanings among providers. */
    public enum Meaning {
        EPOCH_SECONDS,
        EPOCH_MILLISECONDS,
        SECONDS
    }
}
