package ai.opsai.auth.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped keys, for five minutes and at most as many as fit: what the key provider takes away is soon gone here too.
 * Thread-safe.
 */
final class KeyCache {

    static final Duration LIFE = Duration.ofMinutes(5);

    private record Entry(DataKey key, Instant until) {}

    private final Map<UUID, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int size;
    private final Clock clock;

    KeyCache(int size, Clock clock) {
        this.size = size;
        this.clock = clock;
    }

    /** The key, unwrapped when it was not lately. */
    DataKey get(UUID id, Supplier<DataKey> unwrapped) {
        DataKey known = find(id);
        if (known != null) {
            return known;
        }
        DataKey key = unwrapped.get();
        synchronized (entries) {
            entries.put(id, new Entry(key, clock.instant().plus(LIFE)));
            if (entries.size() > size) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
        return key;
    }

    @Nullable
    DataKey find(UUID id) {
        synchronized (entries) {
            Entry entry = entries.get(id);
            return entry != null && clock.instant().isBefore(entry.until()) ? entry.key() : null;
        }
    }

    void forget(UUID id) {
        synchronized (entries) {
            entries.remove(id);
        }
    }

    void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }

    int size() {
        synchronized (entries) {
            return entries.size();
        }
    }
}
