package ai.opsai.auth.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time per connection within this process, so that waiters don't hold database connections. */
final class KeyedLocks {

    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    private final Map<UUID, Entry> entries = new HashMap<>();

    <T> T hold(UUID key, Supplier<T> work) {
        Entry entry = enter(key);
        entry.lock.lock();
        try {
            return work.get();
        } finally {
            entry.lock.unlock();
            leave(key, entry);
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
