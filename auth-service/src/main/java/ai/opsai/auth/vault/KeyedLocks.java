package ai.opsai.auth.vault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One at a time per connection within this process, so that waiters don't hold database connections. */
final class KeyedLocks {

    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Duration patience;

    KeyedLocks(Duration patience) {
        this.patience = patience;
    }

    /** The work's answer; null when the key's turn did not come in time. */
    <T> @Nullable T hold(UUID key, Supplier<T> work) {
        Entry entry = enter(key);
        try {
            return locked(entry.lock) ? released(entry.lock, work) : null;
        } finally {
            leave(key, entry);
        }
    }

    private boolean locked(ReentrantLock lock) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> T released(ReentrantLock lock, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Entry enter(UUID key) {
        synchronized (entries) {
            Entry entry = entries.computeIfAbsent(key, ignored -> new Entry());
            entry.users++;
            return entry;
        }
    }

    private void leave(UUID key, Entry entry) {
        synchronized (entries) {
            entry.users--;
            if (entry.users == 0) {
                entries.remove(key);
            }
        }
    }
}
