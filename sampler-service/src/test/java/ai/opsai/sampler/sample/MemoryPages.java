package ai.opsai.sampler.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pages of one job without a database. */
final class MemoryPages implements Pages {

    final Map<String, StoredPage> stored = new LinkedHashMap<>();

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
