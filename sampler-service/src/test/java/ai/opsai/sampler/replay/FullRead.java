package ai.opsai.sampler.replay;

import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a stream to its end, and before it the streams that it hangs on. */
final class FullRead {

    private static final int MAX_PAGES = 2_000;

    private final StreamReader reader;
    private final ProviderAccess access;
    private final IdentityHashMap<StreamPlan, List<Map<String, @Nullable Object>>> read = new IdentityHashMap<>();

    FullRead(StreamReader reader, ProviderAccess access) {
        this.reader = reader;
        this.access = access;
    }

    List<Map<String, @Nullable Object>> records(StreamPlan plan) {
        List<Map<String, @Nullable Object>> known = read.get(plan);
        if (known == null) {
            known = pages(plan);
            read.put(plan, known);
        }
        return known;
    }

    private List<Map<String, @Nullable Object>> pages(StreamPlan plan) {
        List<Slice> slices = reader.slices(plan, access, this::records);
        var budget = new RequestBudget(5 * MAX_PAGES, 0);
        var records = new ArrayList<Map<String, @Nullable Object>>();
        Position at = slices.isEmpty() ? null : Position.START;
        for (int pages = 0; at != null; pages++) {
            if (pages > MAX_PAGES) {
                throw new IllegalStateException("no end after " + MAX_PAGES + " pages");
            }
            Page page = page(plan, slices, at, budget);
            records.addAll(page.records());
            at = page.next();
        }
        return records;
    }

    /** Where the provider asks to come back later, time passes at once. */
    private Page page(StreamPlan plan, List<Slice> slices, Position at, RequestBudget budget) {
        try {
            return reader.page(plan, slices, at, access, budget);
        } catch (ProviderThrottled e) {
            return reader.page(plan, slices, at, access, budget);
        }
    }
}
