package ai.opsai.sampler.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest's {@code api_budget} says about the provider's patience.
 *
 * @param rate the strictest of its policies, kept to by all requests alike; null where none limits
 */
public record CallBudget(@Nullable Rate rate, RateLimit limit) {

    /** Of a manifest that says nothing. */
    public static final CallBudget NONE = new CallBudget(null, RateLimit.USUAL);

    /** At most so many requests in any such while. */
    public record Rate(int requests, Duration per) {

        Duration distance() {
            return per.dividedBy(requests);
        }
    }
}
