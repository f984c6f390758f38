package ai.opsai.sampler.connector;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests of one run against a limit. Thread-safe. */
public final class RequestBudget {

    private final int limit;
    private final AtomicInteger used;

    public RequestBudget(int limit, int alreadyUsed) {
        this.limit = limit;
        this.used = new AtomicInteger(alreadyUsed);
    }

    /** @throws BudgetExhausted when nothing is left */
    void take() {
        if (used.incrementAndGet() > limit) {
            used.decrementAndGet();
            throw new BudgetExhausted();
        }
    }

    public int used() {
        return used.get();
    }

    public int left() {
        return limit - used.get();
    }
}
