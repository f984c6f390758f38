package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.CallBudget;
import ai.opsai.sampler.connector.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much is asked of a provider, and how it says that it was too much.
 *
 * @param requests how many the onboarding of one connection may take
 * @param concurrency how many one process makes at the same time, of all tenants
 * @param rate what all samplers together keep to; null where only the provider's own answers tell
 */
public record Courtesy(
        int requests, int concurrency, @Nullable Rate rate, RateLimit limit) {

    static final int REQUESTS = 100;
    static final int CONCURRENCY = 32;

    /** Towards a provider of which only a manifest is known. */
    public static Courtesy within(CallBudget budget) {
        CallBudget.Rate rate = budget.rate();
        return new Courtesy(
                REQUESTS,
                CONCURRENCY,
                rate == null ? null : new Rate(rate.requests(), rate.per(), Sharing.ACCOUNT),
                budget.limit());
    }

    /**
     * At most so many requests in any such while.
     *
     * @param of whose requests are counted together
     */
    public record Rate(int requests, Duration per, Sharing of) {

        public Rate {
            if (requests < 1 || !per.isPositive()) {
                throw new IllegalArgumentException("a rate is at least one request in some time");
            }
        }

        /** How many may follow each other at once. */
        public int burst() {
            return Math.max(1, requests / 10);
        }

        /** The distance of the others, such that no window of that length sees more than so many. */
        public Duration interval() {
            return per.dividedBy(requests - burst() + 1L);
        }
    }

    /** Who shares a rate. */
    public enum Sharing {
        /** The connections of one account. */
        ACCOUNT,
        /** All connections of our app. */
        APP
    }
}
