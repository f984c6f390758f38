package ai.opsai.sampler.connector;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a provider says that it is called too often, as its file declares it: one header name has several meanings among
 * providers. Its {@code Retry-After} counts first where it sends one.
 *
 * @param remaining the header with the requests that are left: 0 there makes a 403 a limit, and lets the next request wait
 */
public record RateLimit(
        Set<Integer> statuses,
        @Nullable Reset reset,
        @Nullable String remaining) {

    public static final RateLimit USUAL = new RateLimit(Set.of(429), null, null);

    public RateLimit {
        statuses = Set.copyOf(statuses);
    }

    /** The header that says when requests are possible again. */
    public record Reset(String header, Meaning meaning) {}

    /** What the number in the header counts. */
    public enum Meaning {
        EPOCH_SECONDS,
        EPOCH_MILLISECONDS,
        SECONDS
    }

    boolean refuses(Answer answer) {
        return statuses.contains(answer.status()) || refusesAsForbidden(answer);
    }

    /** Some say 403 where others say 429. */
    boolean refusesAsForbidden(Answer answer) {
        return answer.status() == 403 && usedUp(answer);
    }

    /** Whether a further request would be one too many. */
    boolean usedUp(Answer answer) {
        BigDecimal left = remaining == null ? null : Numerals.of(answer.header(remaining));
        return left != null && left.signum() <= 0;
    }
}
