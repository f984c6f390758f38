package ai.opsai.sampler.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads streams to their end, each with the parents that it hangs on. For one thread. */
public final class FullRead {

    private final StreamReader reader;
    private final ProviderAccess access;
    private final RequestBudget budget;
    private final Throttling throttling;
    private final Parents parents = new Parents();

    /** A read that ends where the provider wants a longer wait. */
    public FullRead(StreamReader reader, ProviderAccess access, RequestBudget budget) {
        this(reader, access, budget, asked -> {
            throw asked;
        });
    }

    public FullRead(StreamReader reader, ProviderAccess access, RequestBudget budget, Throttling throttling) {
        this.reader = reader;
        this.access = access;
        this.budget = budget;
        this.throttling = throttling;
    }

    /** What becomes of a wait that the provider wants: returns when the request may be made again, or throws. */
    @FunctionalInterface
    public interface Throttling {
        void await(ProviderThrottled asked);
    }

    /**
     * Hands over each record as soon as its page is read.
     *
     * @throws ProviderFailure when the provider defeats it
     * @throws ProviderThrottled when the provider wants a longer wait
     * @throws BudgetExhausted when no request is left
     */
    public void read(StreamPlan plan, Consumer<Map<String, @Nullable Object>> records) {
        readWhile(plan, record -> {
            records.accept(record);
            return true;
        });
    }

    /** As {@link #read}, until a record is answered with no: that is the last one, and no further page is asked for. */
    public void readWhile(StreamPlan plan, Predicate<Map<String, @Nullable Object>> more) {
        pages(plan, (_, page) -> page.records().stream().allMatch(more));
    }

    @FunctionalInterface
    private interface Pages {
        boolean wantsMoreAfter(Slice slice, Page page);
    }

    private void pages(StreamPlan plan, Pages pages) {
        List<Slice> slices = patiently(() -> reader.slices(plan, access, parents));
        Position at = slices.isEmpty() ? null : Position.START;
        while (at != null) {
            Position here = at;
            Page page = patiently(() -> reader.page(plan, slices, here, access, budget));
            at = pages.wantsMoreAfter(slices.get(here.slice()), page) ? page.next() : null;
        }
    }

    private <T> T patiently(Supplier<T> read) {
        while (true) {
            try {
                return read.get();
            } catch (ProviderThrottled e) {
                throttling.await(e);
            }
        }
    }

    /** Parents are read when their first child asks for them, once for all streams. */
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
                    return true;
                });
                found = List.copyOf(records);
                known.put(parent, found);
            }
            return found;
        }
    }
}
