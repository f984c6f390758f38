package ai.opsai.sampler.connector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a run may still make: so many of its own, at the pace of all. A part of it has a limit of its own, and
 * what it uses counts for the whole as well. Thread-safe.
 */
public final class RequestBudget {

    private final int limit;
    private final AtomicInteger used;
    private final AtomicLong bytes = new AtomicLong();
    private final Pace pace;
    private final @Nullable RequestBudget whole;

    public RequestBudget(int limit, int alreadyUsed) {
        this(limit, alreadyUsed, Pace.free());
    }

    public RequestBudget(int limit, int alreadyUsed, Pace pace) {
        this(limit, alreadyUsed, pace, null);
    }

    private RequestBudget(int limit, int alreadyUsed, Pace pace, @Nullable RequestBudget whole) {
        this.limit = limit;
        this.used = new AtomicInteger(alreadyUsed);
        this.pace = pace;
        this.whole = whole;
    }

    /** For one of several reads at the same time: what the others use takes nothing of it. */
    public RequestBudget part(int limit) {
        return new RequestBudget(limit, 0, pace, this);
    }

    /** @throws BudgetExhausted when nothing is left */
    void take() {
        if (used.incrementAndGet() > limit) {
            used.decrementAndGet();
            throw new BudgetExhausted();
        }
        if (whole != null) {
            whole.take();
        }
    }

    /** Counts what an interrupted run used for this part; the whole knows of it already. */
    public void remember(int requests) {
        if (whole != null) {
            used.addAndGet(requests);
        }
    }

    void received(long size) {
        bytes.addAndGet(size);
        if (whole != null) {
            whole.received(size);
        }
    }

    Pace pace() {
        return pace;
    }

    public int used() {
        return used.get();
    }

    public int left() {
        return limit - used.get();
    }

    public int limit() {
        return limit;
    }

    /** How much the answers held. */
    public long bytes() {
        return bytes.get();
    }
}
