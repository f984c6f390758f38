package ai.opsai.sampler.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads streams to their end, each with the parents that it hangs on. For one thread. */
public final class FullRead {

    private final StreamReader reader;
    private final ProviderAccess access;
    private final RequestBudget budget;

    public FullRead(StreamReader reader, ProviderAccess access, RequestBudget budget) {
        this.reader = reader;
        this.access = access;
        this.budget = budget;
    }

    /**
     * Hands over each record as soon as its page is read.
     *
     * @throws ProviderFailure when the provider defeats it
     * @throws ProviderThrottled when the provider wants a longer wait
     * @throws BudgetExhausted when no request is left
     */
    public void read(StreamPlan plan, Consumer<Map<String, @Nullable Object>> records) {
        pages(plan, (_, page) -> page.records().forEach(records));
    }

    @FunctionalInterface
    private interface Pages {
        void accept(Slice slice, Page page);
    }

    private void pages(StreamPlan plan, Pages pages) {
        List<Slice> slices = reader.slices(plan, access, new Parents());
        Position at = slices.isEmpty() ? null : Position.START;
        while (at != null) {
            Page page = reader.page(plan, slices, at, access, budget);
            pages.accept(slices.get(at.slice()), page);
            at = page.next();
        }
    }

    /** Parents are read when their first child asks for them. */
    private final class Parents implements ParentRecords {

        private final Map<StreamPlan, List<ParentRecord>> known = new LinkedHashMap<>();

        @Override
        public List<Map<String, @Nullable Object>> of(StreamPlan parent) {
            var records = new ArrayList<Map<String, @Nullable Object>>();
            sliced(parent).forEach(each -> records.add(each.record()));
            return records;
        }

        @Override
        public List<ParentRecord> sliced(StreamPlan parent) {
            List<ParentRecord> found = known.get(parent);
            if (found == null) {
                var records = new ArrayList<ParentRecord>();
                pages(parent, (slice, page) -> {
                    for (Map<String, @Nullable Object> record : page.records()) {
                        records.add(new ParentRecord(record, slice.values()));
                    }
                });
                found = List.copyOf(records);
                known.put(parent, found);
            }
            return found;
        }
    }
}
