package ai.opsai.auth.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes those who wait for a change of a tenant. Only a hint: a change made by another replica wakes nobody here, so
 * waiters look again after a second at the latest. Waiting ends at once when the service stops.
 */
public final class Changes implements SmartLifecycle {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Long> counts = new HashMap<>();
    private boolean running;

    /** How often the tenant changed so far; to be read before looking at the tenant's state. */
    public long count(String tenant) {
        lock.lock();
        try {
            return counts.getOrDefault(tenant, 0L);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the tenant changed after the count was read, a second has passed, or the service stops. */
    public void await(String tenant, long seen, Duration longest) {
        long nanos = Math.min(longest.toNanos(), LONGEST.toNanos());
        lock.lock();
        try {
            while (running && counts.getOrDefault(tenant, 0L) == seen && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void wake(String tenant) {
        lock.lock();
        try {
            counts.merge(tenant, 1L, Long::sum);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        set(true);
    }

    /** Before the web server waits for its requests to end: streams never would. */
    @Override
    public void stop() {
        set(false);
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void set(boolean value) {
        lock.lock();
        try {
            running = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
