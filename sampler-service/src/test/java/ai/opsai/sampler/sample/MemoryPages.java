package ai.opsai.sampler.sample;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pages of one job without a database. */
final class MemoryPages implements Pages {

    final Map<String, StoredPage> stored = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredPage> find(String key) {
        return Optional.ofNullable(stored.get(key));
    }

    @Override
    public void store(String key, StoredPage page) {
        stored.put(key, page);
    }

    @Override
    public int requests() {
        return stored.values().stream().mapToInt(StoredPage::requests).sum();
    }
}
